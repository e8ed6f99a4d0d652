import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import type { Checked } from './ask';
import styles from './page.module.css';

/** Every bad line, in the order of the file. */
export function Problems({ problems }: Pick<Checked, 'problems'>) {
  const text = useText();
  return (
    <Card tone="attention" live>
      <p>{text('import.wrong', { count: problems.length })}</p>
      <div className={styles['scrolled']} role="region" aria-label={text('import.problem')} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{text('import.line')}</th>
              <th scope="col">{text('import.column')}</th>
              <th scope="col">{text('import.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, column, why, other }) => (
              <tr key={`${line} ${column} ${why}`}>
                <td>{line}</td>
                <td>{text('import.columnName', { column })}</td>
                <td>{text('import.why', { why, other: other ?? 0 })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** Who would get a letter, and the one button that sends them. */
export function Report({ checked, isBusy, send }: { checked: Checked; isBusy: boolean; send(): void }) {
  const text = useText();
  const { invited, known } = checked;
  return (
    <Card tone="good" live>
      <p>{invited.length === 0 ? text('import.nobody') : text('import.fine', { count: invited.length })}</p>
      {known.length > 0 && <Muted>{text('import.known', { count: known.length })}</Muted>}
      {invited.length > 0 && (
        <>
          <div className={styles['scrolled']} role="region" aria-label={text('import.preview')} tabIndex={0}>
            <table className={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">{text('import.line')}</th>
                  <th scope="col">{text('import.name')}</th>
                  <th scope="col">{text('import.email')}</th>
                </tr>
              </thead>
              <tbody>
                {invited.map(({ line, name, email }) => (
                  <tr key={line}>
                    <td>{line}</td>
                    <td>{name}</td>
                    <td>{email}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Button onPress={send} isDisabled={isBusy}>
            {text('import.send', { count: invited.length })}
          </Button>
        </>
      )}
    </Card>
  );
}
