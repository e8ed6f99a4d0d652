import type { Current } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Button, ButtonLink } from '../../ui/button';
import { outbox } from '../outbox/browser-outbox';
import { useOutboxItems } from '../outbox/use-outbox';
import { useDates } from '../time/use-dates';
import { OnItsWay, Refused } from './sending';

/** Texts of other days than the one that is written now: still on their way, or not taken, with the make-up where there is one. */
export function KeptTexts({ enrolmentId, outlook }: Pick<Current, 'enrolmentId' | 'outlook'>) {
  const text = useText();
  const dates = useDates(outlook.timeZone);
  const { running, repairable } = outlook;
  const writing = running?.state === 'open' && outlook.removedOn === null ? running.day : null;
  return useOutboxItems(enrolmentId)
    .filter(({ day }) => day !== writing)
    .map((item) =>
      item.refusal === null ? (
        <OnItsWay key={item.day} item={item} />
      ) : (
        <Refused key={item.day} item={item} title={text('refused.forDay', { day: dates.dayAndWeekday(item.day) })}>
          {repairable.some(({ day }) => day === item.day) && (
            <ButtonLink to="/make-up/$day" params={{ day: item.day }} small>
              {text('repair.action')}
            </ButtonLink>
          )}
          <Button quiet small onPress={() => void outbox.take(item)}>
            {text('refused.drop')}
          </Button>
        </Refused>
      ),
    );
}
