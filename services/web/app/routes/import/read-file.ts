/** More than 2,000 lines of the longest names and addresses. */
const MOST_BYTES = 1_000_000;

export interface ReadFile {
  text: string;
  /** It was no UTF-8, so that spreadsheets of another kind wrote it: whoever sends it looks at the names first. */
  isGbk: boolean;
}

/** The text of a list; null: it is too large. */
export async function readList(file: Blob): Promise<ReadFile | null> {
  if (file.size > MOST_BYTES) return null;
  return decode(await file.arrayBuffer());
}

/** UTF-8 where it is some, else GBK, as Excel writes it in China: what is wrong in that, too, is shown as it is and refused line by line. */
export function decode(bytes: ArrayBuffer): ReadFile {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGbk: false };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), isGbk: true };
  }
}
