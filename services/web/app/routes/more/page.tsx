import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client';
import { authorityQuery } from '../../api/queries';
import { meQuery } from '../../features/session/session';
import { speak, type Language } from '../../texts/language';
import { useLanguage, useText } from '../../texts/use-text';
import { Asked } from '../../features/asked/asked';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** Who is signed in, the language, other cohorts, and the way out. */
export function MorePage() {
  const text = useText();
  const query = useQuery(meQuery);
  return (
    <Page title={text('more.title')} tabs>
      <Asked query={query}>
        {(me) =>
          me === null ? (
            <ButtonLink to="/sign-in">{text('signIn.title')}</ButtonLink>
          ) : (
            <Card title={text('more.account')}>
              <Lines>
                <Line what={text('account.name')} much={me.displayName} />
                <Line what={text('account.email')} much={me.email} />
                <Line what={text('more.zone')} much={me.timeZone} />
                <Line what={<Link to="/account">{text('more.edit')}</Link>} />
              </Lines>
            </Card>
          )
        }
      </Asked>
      {query.data && <Desk />}
      <LanguageChoice />
      <Places />
      <ButtonLink to="/cohorts" quiet>
        {text('more.cohorts')}
      </ButtonLink>
      {query.data && (
        <ButtonLink to="/organisations" quiet>
          {text('organisations.title')}
        </ButtonLink>
      )}
      {query.data && <SignOut />}
      <Muted>
        <a href="/docs">{text('more.docs')}</a>
      </Muted>
    </Page>
  );
}

/** What only the platform's arbiters do. */
function Desk() {
  const text = useText();
  const { data } = useQuery(authorityQuery);
  if (data?.isArbiter !== true) return null;
  return (
    <Card title={text('desk.arbiter')}>
      <Lines>
        <Line what={<Link to="/arbiter">{text('desk.title')}</Link>} note={text('desk.short')} />
        <Line what={<Link to="/log">{text('acts.all')}</Link>} note={text('acts.allShort')} />
      </Lines>
    </Card>
  );
}

/** What is seldom needed, and must be found when it is. */
function Places() {
  const text = useText();
  return (
    <Card title={text('more.places')}>
      <Lines>
        <Line what={<Link to="/leave">{text('leave.title')}</Link>} note={text('leave.short')} />
        <Line what={<Link to="/appeals">{text('appeal.title')}</Link>} note={text('appeal.short')} />
        <Line what={<Link to="/decisions">{text('decisions.title')}</Link>} note={text('decisions.short')} />
        <Line what={<Link to="/certificate">{text('certificate.title')}</Link>} note={text('certificate.short')} />
        <Line what={<Link to="/quit">{text('quit.title')}</Link>} note={text('quit.short')} />
      </Lines>
    </Card>
  );
}

function LanguageChoice() {
  const text = useText();
  const language = useLanguage();
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Card title={text('more.language')}>
      <Lines>
        <Line
          what={language === 'en' ? 'English' : '中文'}
          much={
            <Button quiet small onPress={() => void speak(other, { remember: true })}>
              {other === 'en' ? 'English' : '中文'}
            </Button>
          }
        />
      </Lines>
    </Card>
  );
}

/** What is written and not sent stays on this device for when the same learner comes back. */
function SignOut() {
  const text = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isAway, setAway] = useState(false);
  const leave = async (): Promise<void> => {
    try {
      await api.web.DELETE('/session');
      queries.clear();
      await navigate({ to: '/sign-in' });
    } catch {
      setAway(true);
    }
  };
  return (
    <>
      {isAway && <Muted>{text('asked.unreachable')}</Muted>}
      <Button quiet onPress={() => void leave()}>
        {text('more.signOut')}
      </Button>
    </>
  );
}
