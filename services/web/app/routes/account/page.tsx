import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../features/session/session';
import { Asked } from '../../features/asked/asked';
import { ProveEmail } from '../../features/proving/prove-email';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { NewEmail } from './new-email';
import { NewPassword } from './new-password';
import { Profile } from './profile';
import { Roles } from './roles';
import { SecondFactor } from './second-factor';
import { SignIns } from './sign-ins';

/** Who is signed in: name, zone and language, what they are in which cohort, the password, and where else they are signed in. */
export function AccountPage() {
  const text = useText();
  const query = useQuery(meQuery);
  return (
    <Page title={text('more.account')} above={query.data?.email} tabs>
      <Asked query={query}>
        {(me) =>
          me === null ? (
            <ButtonLink to="/sign-in">{text('signIn.title')}</ButtonLink>
          ) : (
            <>
              <ProveEmail />
              <Profile key={me.id} me={me} />
              <Roles />
              <NewEmail key={me.email} email={me.email} />
              <NewPassword email={me.email} />
              <SecondFactor />
              <SignIns timeZone={me.timeZone} />
              <ButtonLink quiet to="/account/data">
                {text('myData.title')}
              </ButtonLink>
            </>
          )
        }
      </Asked>
    </Page>
  );
}
