import type { HandedIn } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Strong } from '../../ui/words';
import { Rich } from '../markdown/rich';

interface FeedbackProps {
  feedback: readonly Pick<
    NonNullable<HandedIn>['feedback'][number],
    'version' | 'comment' | 'scorePercent' | 'reviewedAt'
  >[];
  /** Of which version. */
  version: number;
}

/** What was answered to one version. */
export function Feedback({ feedback, version }: FeedbackProps) {
  const text = useText();
  return feedback
    .filter((one) => one.version === version)
    .map(({ comment, scorePercent, reviewedAt }) => (
      <Card key={reviewedAt} tone="info">
        <p>
          <Strong>{text('homework.feedback')}</Strong>
          {scorePercent !== null && ` · ${text('homework.score', { percent: scorePercent })}`}
        </p>
        <Rich>{comment}</Rich>
      </Card>
    ));
}
