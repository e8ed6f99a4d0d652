import styles from '../../features/desk/desk.module.css';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import type { Failed } from './use-rejections';

interface StripProps {
  failed: readonly Failed[];
  onForget(key: string): void;
  onOpen(key: string): void;
}

/** Rejections that did not arrive. */
export function Strip({ failed, onForget, onOpen }: StripProps) {
  const text = useText();
  if (failed.length === 0) return null;
  return (
    <div className={styles['strip']}>
      {failed.map(({ key, name, why }) => (
        <Card key={key} tone="attention" live>
          <p>{text('entries.failed', { name, why })}</p>
          <div className={styles['small']}>
            <Button
              quiet
              small
              onPress={() => {
                onForget(key);
                onOpen(key);
              }}
            >
              {text('queue.openAgain')}
            </Button>
            <Button quiet small onPress={() => onForget(key)}>
              {text('queue.dismiss')}
            </Button>
          </div>
        </Card>
      ))}
    </div>
  );
}
