import { useQuery } from '@tanstack/react-query';
import { type Current, withdrawalQuery } from '../../api/queries';
import { isRefusal } from '../../api/refusal';
import { Asked } from '../../features/asked/asked';
import { CurrentPage } from '../../features/current/current-page';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Muted } from '../../ui/words';
import { Consequences } from './consequences';
import { Leave } from './leave';

/** Leaving for good: what it comes to, figure by figure, and only then the button. */
export function QuitPage() {
  const text = useText();
  return (
    <CurrentPage title={text('quit.title')} none="quit.none">
      {(current) => <Quit current={current} />}
    </CurrentPage>
  );
}

function Quit({ current }: { current: Current }) {
  const text = useText();
  const query = useQuery(withdrawalQuery(current.enrolmentId));
  if (isRefusal(query.error, 'enrolment_closed', 'cohort_settled'))
    return (
      <>
        <Muted>{text('quit.over')}</Muted>
        <ButtonLink to="/money" quiet>
          {text('enrolment.toMoney')}
        </ButtonLink>
      </>
    );
  return (
    <Asked query={query}>
      {(preview) => (
        <>
          <Consequences preview={preview} timeZone={current.outlook.timeZone} />
          <Leave current={current} everythingBack={preview.outcome === 'everything_back'} />
        </>
      )}
    </Asked>
  );
}
