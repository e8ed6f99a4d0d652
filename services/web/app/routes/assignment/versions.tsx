import type { HandedIn } from '../../api/queries';
import { CountsFor } from '../../features/homework/counts';
import { HandedInFiles } from '../../features/handed-in/files';
import { Feedback } from '../../features/feedback/feedback';
import { HomeworkStatus } from '../../features/homework/status';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Long, Muted } from '../../ui/words';
import { useRead } from './read';

/** What was handed in, the newest first, each with its answer. */
export function Versions({ handedIn, timeZone }: { handedIn: NonNullable<HandedIn>; timeZone: string }) {
  const text = useText();
  const dates = useDates(timeZone);
  useRead(handedIn);
  const { versions, feedback, counts, status, version: newest } = handedIn;
  return [...versions].reverse().map(({ version, submittedAt, late, markdown, ...files }) => (
    <Card
      key={version}
      title={text('homework.version', { version })}
      {...(version === newest ? { aside: <HomeworkStatus status={status} /> } : {})}
    >
      <Muted>
        {text('homework.handedIn', { time: dates.dateAndTime(submittedAt) })}
        {late && ` · ${text('homework.late')}`}
      </Muted>
      {version === newest && <CountsFor counts={counts} timeZone={timeZone} />}
      <Long>{markdown}</Long>
      <HandedInFiles enrolmentId={handedIn.enrolmentId} version={files} />
      <Feedback feedback={feedback} version={version} />
    </Card>
  ));
}
