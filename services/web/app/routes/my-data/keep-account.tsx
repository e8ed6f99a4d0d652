import { api } from '../../api/client';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import { erasureQuery } from './erasure-query';

const renews = [erasureQuery.queryKey];

/** When the account is erased, and the way back until then. */
export function KeepAccount({ erasesAt, timeZone }: { erasesAt: string; timeZone: string }) {
  const text = useText();
  const dates = useDates(timeZone);
  const { take, isBusy, problem } = useAct(() => api.membership.DELETE('/accounts/me/erasure'), { renews });
  return (
    <Card title={text('myData.erase')} tone="attention">
      <p>{text('myData.erasesAt', { when: dates.dateAndTime(erasesAt) })}</p>
      <Muted>{text('myData.erasesNote')}</Muted>
      <Problem problem={problem} />
      <Button onPress={take} isDisabled={isBusy}>
        {text('myData.keep')}
      </Button>
    </Card>
  );
}
