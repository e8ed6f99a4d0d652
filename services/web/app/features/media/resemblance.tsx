import { useState } from 'react';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { useDates } from '../time/use-dates';
import { addressOf, type Place } from './address';
import { Large } from './large';
import styles from './media.module.css';
import { Picture } from './picture';

export interface Flagged {
  /** The earlier picture that looks the same, or nearly. */
  resembles: { fileId: string; enrolmentId: string; day: string } | null;
}

interface ResemblanceProps {
  place: Place;
  picture: { fileId: string; number: number };
  resembles: NonNullable<Flagged['resembles']>;
  /** Whose the earlier one is; null: nobody is named. */
  name: string | null;
}

/** A picture and the earlier one that it looks like, side by side: what that means is for a person to say. */
export function Resemblance({ place, picture: { fileId, number }, resembles, name }: ResemblanceProps) {
  const text = useText();
  const dates = useDates('UTC'); // days of a cohort are dates, in whatever zone
  const [open, setOpen] = useState<number | null>(null);
  const day = dates.day(resembles.day);
  const whose = resembles.enrolmentId === place.enrolmentId ? 'own' : name === null ? 'other' : 'named';
  const earlier = text('media.earlier', { whose, name: name ?? '', day });
  // Whoever answers an appeal has both by the appeal; others have the earlier one with its own enrolment.
  const from = place.appealId === undefined ? { enrolmentId: resembles.enrolmentId } : place;
  const pair = [
    { address: addressOf(place, fileId), alt: text('media.picture', { number }) },
    { address: addressOf(from, resembles.fileId), alt: earlier },
  ];
  return (
    <section className={styles['pair']} aria-label={text('media.resembles', { number })}>
      <p className={styles['flag']}>{text('media.resembles', { number })}</p>
      <ul className={styles['two']}>
        {pair.map(({ address, alt }, index) => (
          <li key={address}>
            <Picture address={address} alt={alt} onOpen={() => setOpen(index)} />
            <Muted>{alt}</Muted>
          </li>
        ))}
      </ul>
      <Muted>{text('media.resemblesNote')}</Muted>
      {open !== null && <Large pictures={pair} first={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
