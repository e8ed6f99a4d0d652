import { useNavigate } from '@tanstack/react-router';
import type { Cohort } from '../../api/queries';
import styles from '../../features/desk/desk.module.css';
import { Key } from '../../features/desk/key';
import { ONLY, type EntriesSearch } from '../../features/reviewing/sought';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import own from './page.module.css';
import { daysOf } from './rows';

interface FiltersProps extends Pick<EntriesSearch, 'only'> {
  policy: NonNullable<Cohort['policy']>;
  day: string;
  onHelp(): void;
}

/** Which day, and what of it; it stands in the address, so it can be kept and sent. */
export function Filters({ policy, day, only, onHelp }: FiltersProps) {
  const text = useText();
  const dates = useDates(policy.timeZone);
  const navigate = useNavigate({ from: '/cohorts/$cohortId/entries' });
  const days = daysOf(policy);
  const at = days.indexOf(day);
  const set = (part: EntriesSearch): void =>
    void navigate({ search: (before) => ({ ...before, item: undefined, ...part }), replace: true });
  return (
    <div className={own['filters']}>
      <Choice
        label={text('entries.day')}
        value={day}
        options={(at < 0 ? [day, ...days] : days).map((value) => ({ value, name: dates.dayAndWeekday(value) }))}
        onChange={(value) => set({ day: value })}
      />
      <div className={own['steps']}>
        <Button quiet small isDisabled={at <= 0} onPress={() => set({ day: days[at - 1] })}>
          {text('entries.before')}
        </Button>
        <Button quiet small isDisabled={at === days.length - 1} onPress={() => set({ day: days[at + 1] })}>
          {text('entries.after')}
        </Button>
      </div>
      <Choice
        label={text('entries.only')}
        value={only ?? ''}
        options={['', ...ONLY].map((value) => ({ value, name: text('entries.onlyName', { only: value || 'all' }) }))}
        onChange={(value) => set({ only: ONLY.find((known) => known === value) })}
      />
      <div className={styles['small']}>
        <Button quiet small onPress={onHelp}>
          {text('queue.help')}
          <Key name="?" />
        </Button>
      </div>
    </div>
  );
}
