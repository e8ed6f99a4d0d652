import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { arbiterAppealsQuery, authorityQuery, clockQuery } from '../../api/queries';
import { OneAppeal } from '../../features/answering/one-appeal';
import { Asked } from '../../features/asked/asked';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** What waits for the platform's arbiter, one after the other, the longest first. */
export function ArbiterPage() {
  const text = useText();
  const query = useQuery(authorityQuery);
  return (
    <Page title={text('desk.title')} above={text('desk.arbiter')} tabs>
      <Asked query={query}>{({ isArbiter }) => (isArbiter ? <Queue /> : <Muted>{text('desk.notYou')}</Muted>)}</Asked>
    </Page>
  );
}

function Queue() {
  const text = useText();
  const query = useQuery(arbiterAppealsQuery);
  useQuery(clockQuery); // what is left counts down by the server's clock
  const [later, setLater] = useState<readonly string[]>([]);
  const [hasAnswered, setAnswered] = useState(false);
  return (
    <>
      <Muted>{text('desk.what')}</Muted>
      <div role="status">{hasAnswered && <p>{text('desk.answered')}</p>}</div>
      <Asked query={query}>
        {({ items }) => {
          // What was put off comes round again once all were looked at.
          const shown = items.find(({ appealId }) => !later.includes(appealId)) ?? items[0];
          if (shown === undefined) return <Muted>{text('desk.empty')}</Muted>;
          const { appealId, enrolmentId } = shown;
          return (
            <>
              {items.length > 1 && <Muted>{text('desk.waiting', { count: items.length - 1 })}</Muted>}
              <OneAppeal
                key={appealId}
                appealId={appealId}
                enrolmentId={enrolmentId}
                renews={[arbiterAppealsQuery.queryKey]}
                onAnswered={() => setAnswered(true)}
              />
              {items.length > 1 && (
                <Button quiet onPress={() => putOff(appealId, items.length)}>
                  {text('desk.later')}
                </Button>
              )}
            </>
          );
        }}
      </Asked>
    </>
  );

  function putOff(appealId: string, count: number): void {
    setAnswered(false);
    setLater(later.length + 1 >= count ? [] : [...later, appealId]);
  }
}
