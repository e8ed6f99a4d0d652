import type { HandedIn } from '../../api/queries';
import { ShownFiles } from '../files/lazily';

interface HandedInFilesProps {
  enrolmentId: string;
  version: Pick<NonNullable<HandedIn>['versions'][number], 'pictures' | 'attachments'>;
}

/** The files of a version of homework. */
export const HandedInFiles = ({ enrolmentId, version: { pictures, attachments } }: HandedInFilesProps) =>
  pictures.length + attachments.length > 0 && (
    <ShownFiles
      enrolmentId={enrolmentId}
      isHomework
      files={pictures.map((fileId) => ({ fileId, kind: 'picture' as const }))}
      attachments={attachments}
    />
  );
