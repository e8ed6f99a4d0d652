import { useState } from 'react';
import { useText } from '../../texts/use-text';
import styles from './media.module.css';

interface PictureProps {
  address: string;
  alt: string;
  onOpen(): void;
}

/** A picture, small, which opens large. */
export function Picture({ address, alt, onOpen }: PictureProps) {
  const text = useText();
  const [isGone, setGone] = useState(false);
  if (isGone) return <div className={styles['coming']}>{text('media.gone')}</div>;
  return (
    <button type="button" className={styles['picture']} onClick={onOpen}>
      <img
        src={`${address}?size=thumbnail`}
        alt={alt}
        loading="lazy"
        className={styles['image']}
        onError={() => setGone(true)}
      />
    </button>
  );
}
