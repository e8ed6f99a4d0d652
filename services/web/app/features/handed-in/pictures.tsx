import { ShownFiles } from '../files/lazily';

/** The pictures of a version of homework. */
export const HandedInPictures = ({ enrolmentId, pictures }: { enrolmentId: string; pictures: readonly string[] }) =>
  pictures.length > 0 && (
    <ShownFiles
      enrolmentId={enrolmentId}
      isHomework
      files={pictures.map((fileId) => ({ fileId, kind: 'picture' as const }))}
    />
  );
