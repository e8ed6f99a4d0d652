import { useTimeLeft } from '../../features/server-clock/use-time-left';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Key } from '../../features/desk/key';
import styles from '../../features/desk/desk.module.css';
import type { Failed, Said, Verdicts } from './use-verdicts';

interface StripProps {
  verdicts: Verdicts;
  onUndo(): void;
  onOpen(submissionId: string): void;
}

/** What became of the verdicts: the last one, while it may be taken back, and those that did not arrive. */
export function Strip({ verdicts: { last, failed, forget }, onUndo, onOpen }: StripProps) {
  const text = useText();
  return (
    <div className={styles['strip']}>
      <div role="status">{last !== null && <Last said={last} onUndo={onUndo} />}</div>
      {failed.map((one: Failed) => (
        <Card key={one.submissionId} tone="attention" live>
          <p>{text('queue.failed', { name: one.name, why: one.why })}</p>
          <div className={styles['small']}>
            <Button
              quiet
              small
              onPress={() => {
                forget(one.submissionId);
                onOpen(one.submissionId);
              }}
            >
              {text('queue.openAgain')}
            </Button>
            <Button quiet small onPress={() => forget(one.submissionId)}>
              {text('queue.dismiss')}
            </Button>
          </div>
        </Card>
      ))}
    </div>
  );
}

function Last({ said, onUndo }: { said: Said; onUndo(): void }) {
  const text = useText();
  const leftMs = useTimeLeft(said.sayAt);
  const seconds = Math.max(0, Math.ceil((leftMs ?? 0) / 1_000));
  return (
    <div className={styles['last']}>
      <span>{text('queue.given', { name: said.name, verdict: said.verdict })}</span>
      <span className={styles['seconds']} aria-hidden="true">
        {text('queue.seconds', { seconds })}
      </span>
      <Button quiet small onPress={onUndo}>
        {text('queue.undo')}
        <Key name="z" />
      </Button>
    </div>
  );
}
