import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { organisationActsQuery } from '../../api/queries';
import { ActLog } from '../../features/acts/log';
import { Asked } from '../../features/asked/asked';
import { meQuery } from '../../features/session/session';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** What the owner and the staff of an organisation did, for its owner. */
export function OrganisationActsPage() {
  const text = useText();
  const { organisationId } = useParams({ from: '/organisations/$organisationId/log' });
  const query = useQuery(meQuery);
  return (
    <Page title={text('acts.ofStaff')} tabs>
      <Muted>{text('acts.ofStaffWhat')}</Muted>
      <Asked query={query}>
        {(me) =>
          me === null ? (
            <ButtonLink to="/sign-in" search={{ next: `/organisations/${organisationId}/log` }}>
              {text('signIn.title')}
            </ButtonLink>
          ) : (
            <ActLog query={organisationActsQuery(organisationId)} timeZone={me.timeZone} ownId={me.id} />
          )
        }
      </Asked>
    </Page>
  );
}
