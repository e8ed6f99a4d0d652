import { api } from '../../api/client';
import type { Cohort } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted, Strong } from '../../ui/words';
import { useDates } from '../../features/time/use-dates';
import { Problem } from '../../features/act/problem';
import { useStep } from './step';

/** Confirms the zone, which is pinned to the enrolment, and applies. */
export function Apply({ cohort: { id: cohortId, policy } }: { cohort: Cohort }) {
  const text = useText();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const own = useDates(timeZone);
  const theirs = useDates(policy?.timeZone ?? timeZone);
  const { take, isBusy, problem } = useStep((key) =>
    api.membership.POST('/cohorts/{cohortId}/enrolments', {
      params: { path: { cohortId }, header: { 'Idempotency-Key': key } },
      body: { timeZone },
    }),
  );
  const endsByOwn = policy?.dayBoundary === 'learner';
  return (
    <>
      <Card title={text('join.zone')}>
        <p>
          <Strong>{endsByOwn ? own.zone : theirs.zone}</Strong>
        </p>
        <Muted>
          {text(endsByOwn ? 'join.zoneOwn' : 'join.zoneCohort', { time: policy?.dayEndsAt ?? '', own: own.zone })}
        </Muted>
      </Card>
      <Problem problem={problem} />
      <Button onPress={take} isDisabled={isBusy}>
        {text('join.apply')}
      </Button>
    </>
  );
}
