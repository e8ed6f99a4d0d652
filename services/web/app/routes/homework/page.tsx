import type { Current } from '../../api/queries';
import { CurrentPage } from '../../features/current/current-page';
import { HomeworkLines } from '../../features/homework/lines';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

/** All homework of the cohort, by due date, with where each stands. */
export function HomeworkPage() {
  const text = useText();
  return (
    <CurrentPage title={text('homework.title')} none="homework.none">
      {(current) => <All current={current} />}
    </CurrentPage>
  );
}

function All({ current: { homework, outlook } }: { current: Current }) {
  const text = useText();
  if (homework === null) return <Muted>{text('homework.away')}</Muted>;
  if (homework.length === 0) return <Muted>{text('homework.none')}</Muted>;
  return (
    <Card>
      <HomeworkLines homework={homework} timeZone={outlook.timeZone} />
    </Card>
  );
}
