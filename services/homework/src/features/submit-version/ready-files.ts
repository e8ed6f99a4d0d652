import { refuse, type Refused } from '@daka/contracts';
import { canBeUsed, type KeptFile } from '@daka/service-kit/files';
import type { OfferedFiles } from '../../domain/files';
import type { Ports } from '../../ports';

type Needs = Pick<Ports, 'clock'> & { files: Pick<Ports['files'], 'findAll'> };

/** What was uploaded for an enrolment under these ids, each whole and not too long ago. */
export function createReadyFiles({ files, clock }: Needs) {
  return async (
    placeId: string,
    { pictures, attachments }: { pictures: readonly string[]; attachments: readonly string[] },
  ): Promise<Refused<'file_not_there'> | OfferedFiles> => {
    const asked = [...pictures, ...attachments];
    if (asked.length === 0) return { pictures: [], attachments: [], bytes: 0 };
    const found = new Map((await files.findAll(asked)).map((file) => [file.fileId, file]));
    const nowMs = clock.nowMs();
    const isMissing = (kind: KeptFile['kind']) => (fileId: string) => {
      const file = found.get(fileId);
      return file === undefined || !canBeUsed(file, { placeId, kind }, nowMs);
    };
    const missing = pictures.find(isMissing('picture'));
    if (missing !== undefined) return notThere('pictures', missing);
    const unattached = attachments.find(isMissing('attachment'));
    if (unattached !== undefined) return notThere('attachments', unattached);
    return {
      pictures,
      attachments: attachments.flatMap((fileId) => {
        const { name = fileId, bytes = 0 } = found.get(fileId) ?? {};
        return { fileId, name, bytes };
      }),
      bytes: [...found.values()].reduce((sum, { content, bytes }) => sum + (content?.bytes ?? bytes), 0),
    };
  };
}

function notThere(path: 'pictures' | 'attachments', fileId: string): Refused<'file_not_there'> {
  const detail = 'A file was not uploaded for this enrolment as one of its kind, or not whole, or too long ago.';
  return refuse('file_not_there', detail, { fields: [{ path, message: 'not there' }], extra: { fileId } });
}
