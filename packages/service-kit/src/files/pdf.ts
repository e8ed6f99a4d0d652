import { refuse, type Refused } from '@daka/contracts';
import { headOf, tailOf } from './ends';
import { SNIFFED_BYTES, sniff } from './sniff';

/** Where a ZIP file says that it is one: in its last record, behind which is only a comment, of two bytes of length. */
const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1');
const ZIP_TAIL_BYTES = 22 + 0xff_ff;
const PDF_END = '%%EOF';
/** Readers look for the end of a PDF no farther from the end of the file. */
const PDF_TAIL_BYTES = 1_024;

/**
 * Why a file is not taken as a PDF; null: it is one. It begins as such with its very first byte and nothing follows its end, so that it is no page, script
 * or archive to whoever reads it as one.
 */
export async function refusePdf(file: string): Promise<Refused<'file_type_refused' | 'file_damaged'> | null> {
  if (sniff(await headOf(file, SNIFFED_BYTES)) !== 'application/pdf')
    return refuse('file_type_refused', 'An attachment is a PDF file.');
  const tail = await tailOf(file, ZIP_TAIL_BYTES);
  if (tail.includes(ZIP_END)) return refuse('file_type_refused', 'The PDF is an archive as well.');
  const last = tail.subarray(-PDF_TAIL_BYTES).toString('latin1');
  const end = last.lastIndexOf(PDF_END);
  if (end === -1) return refuse('file_damaged', 'The PDF has no end.');
  if (/[^\s\0]/.test(last.slice(end + PDF_END.length)))
    return refuse('file_type_refused', 'Something else follows the end of the PDF.');
  return null;
}
