import { useText } from '../../texts/use-text';
import { Chip } from '../../ui/words';

const TONES: Readonly<Record<string, 'attention' | 'info' | 'good'>> = {
  overdue: 'attention',
  changes_requested: 'attention',
  submitted: 'info',
  commented: 'info',
  accepted: 'good',
};

/** Where a piece of homework stands, in a word. */
export function HomeworkStatus({ status }: { status: string }) {
  const text = useText();
  return <Chip tone={TONES[status] ?? 'plain'}>{text('homework.status', { status })}</Chip>;
}
