import { useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import { Key } from '../../features/desk/key';
import styles from '../../features/desk/desk.module.css';
import { type QueueState, STATES } from '../../features/reviewing/sought';

interface FiltersProps {
  tasks: readonly { id: string; title: string }[];
  onHelp(): void;
}

const FROM = '/cohorts/$cohortId/queue';

/** What is shown of the queue; it stands in the address, so it can be kept and sent. */
export function Filters({ tasks, onHelp }: FiltersProps) {
  const text = useText();
  const navigate = useNavigate({ from: FROM });
  const { state = 'waiting', assignment = '', who = '' } = useSearch({ from: FROM });
  const set = (part: { state?: QueueState; assignment?: string | undefined; who?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <div className={styles['filters']}>
      <Choice
        label={text('queue.assignment')}
        value={assignment}
        options={[
          { value: '', name: text('queue.allAssignments') },
          ...tasks.map(({ id, title }) => ({ value: id, name: title })),
        ]}
        onChange={(value) => set({ assignment: value === '' ? undefined : value })}
      />
      <Choice
        label={text('queue.state')}
        value={state}
        options={STATES.map((value) => ({ value, name: text('queue.stateName', { state: value }) }))}
        onChange={(value) => set({ state: STATES.find((known) => known === value) ?? 'waiting' })}
      />
      <Field
        label={text('queue.who')}
        value={who}
        onChange={(value) => set({ who: value === '' ? undefined : value })}
      />
      <Button quiet small onPress={onHelp}>
        {text('queue.help')}
        <Key name="?" />
      </Button>
    </div>
  );
}
