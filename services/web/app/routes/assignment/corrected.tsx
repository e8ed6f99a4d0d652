import type { Assignment } from '../../api/queries';
import { RubricLines } from '../../features/feedback/shown';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Long, Muted } from '../../ui/words';

interface CorrectedProps {
  corrections: Assignment['corrections'];
  timeZone: string;
}

/** What the assignment said before it was corrected, and why: nobody is judged by a goal that was moved unseen. */
export default function Corrected({ corrections, timeZone }: CorrectedProps) {
  const text = useText();
  const dates = useDates(timeZone);
  return corrections.map(({ correctedAt, reason, before }) => (
    <details key={correctedAt}>
      <summary>{text('media.corrected', { time: dates.dateAndTime(correctedAt), reason })}</summary>
      <Muted>{text('media.saidBefore')}</Muted>
      {before.title !== undefined && <Long>{before.title}</Long>}
      {before.dueAt !== undefined && <p>{text('homework.due', { time: dates.dateAndTime(before.dueAt) })}</p>}
      {before.instructions !== undefined && <Long>{before.instructions}</Long>}
      {before.rubric && <RubricLines rubric={before.rubric} />}
      {before.mostPictures !== undefined && <p>{text('media.took', { most: before.mostPictures })}</p>}
      {before.mostAttachments !== undefined && <p>{text('media.tookAttachments', { most: before.mostAttachments })}</p>}
    </details>
  ));
}
