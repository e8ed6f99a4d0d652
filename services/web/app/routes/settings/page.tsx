import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { clockQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { passphraseQuery } from '../../features/staff-page/passphrase';
import { StaffPage } from '../../features/staff-page/staff-page';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Muted, Strong } from '../../ui/words';
import { Copy } from './copy';
import { Versions } from './versions';

/** What a class was made with: its passphrase, the history of its rules, and the way to run it once more. */
export function SettingsPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/settings' });
  return (
    <StaffPage cohortId={cohortId} title={text('settings.title')}>
      {({ cohort, own: { role }, timeZone }) => (
        <>
          {(role === 'owner' || role === 'class_head') && <Passphrase cohortId={cohortId} />}
          <Versions cohortId={cohortId} timeZone={timeZone} />
          {role === 'owner' && <Again cohort={cohort} />}
        </>
      )}
    </StaffPage>
  );
}

function Passphrase({ cohortId }: { cohortId: string }) {
  const text = useText();
  const query = useQuery(passphraseQuery(cohortId));
  return (
    <Card title={text('settings.passphrase')}>
      <Asked query={query}>
        {({ passphrase }) =>
          passphrase === null ? (
            <Muted>{text('settings.noPassphrase')}</Muted>
          ) : (
            <p>
              <Strong>{passphrase}</Strong>
            </p>
          )
        }
      </Asked>
      <Muted>{text('settings.passphraseNote')}</Muted>
    </Card>
  );
}

/** By the server's clock: a class begins after today. */
function Again({ cohort }: Pick<Parameters<typeof Copy>[0], 'cohort'>) {
  const query = useQuery(clockQuery);
  return <Asked query={query}>{({ now }) => <Copy cohort={cohort} today={now.slice(0, 10)} />}</Asked>;
}
