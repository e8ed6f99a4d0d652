import type { HandedIn } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Strong } from '../../ui/words';
import { Rich } from '../markdown/rich';
import { ReachedLines } from './shown';

interface FeedbackProps {
  feedback: readonly Pick<
    NonNullable<HandedIn>['feedback'][number],
    'version' | 'comment' | 'scorePercent' | 'reached' | 'reviewedAt'
  >[];
  /** Of which version. */
  version: number;
}

/** What was answered to one version. */
export function Feedback({ feedback, version }: FeedbackProps) {
  const text = useText();
  return feedback
    .filter((one) => one.version === version)
    .map(({ comment, scorePercent, reached, reviewedAt }) => (
      <Card key={reviewedAt} tone="info">
        <p>
          <Strong>{text('homework.feedback')}</Strong>
          {scorePercent !== null && ` · ${text('homework.score', { percent: scorePercent })}`}
        </p>
        {reached !== null && <ReachedLines reached={reached} />}
        <Rich>{comment}</Rich>
      </Card>
    ));
}
