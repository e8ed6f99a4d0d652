import { useText } from '../../texts/use-text';
import type { EntryFile } from '../files/attached';
import styles from './media.module.css';

/** Pictures of a check-in, small; each opens whole. Their bytes come from our own origin, and only to whom they are for. */
export function ShownFiles({ enrolmentId, files }: { enrolmentId: string; files: readonly EntryFile[] }) {
  const text = useText();
  return (
    <ul className={styles['list']}>
      {files.map(({ fileId }, index) => (
        <li key={fileId}>
          <Picture enrolmentId={enrolmentId} fileId={fileId} alt={text('media.picture', { number: index + 1 })} />
        </li>
      ))}
    </ul>
  );
}

export function Picture({ enrolmentId, fileId, alt }: { enrolmentId: string; fileId: string; alt: string }) {
  const address = `/api/checkin/enrolments/${enrolmentId}/files/${fileId}/content`;
  return (
    <a href={address} className={styles['picture']} target="_blank" rel="noreferrer">
      <img src={`${address}?size=thumbnail`} alt={alt} loading="lazy" className={styles['image']} />
    </a>
  );
}
