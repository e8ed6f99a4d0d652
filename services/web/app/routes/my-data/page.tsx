import { useQuery } from '@tanstack/react-query';
import { secondFactorQuery } from '../../api/queries';
import { meQuery } from '../../features/session/session';
import { Asked } from '../../features/asked/asked';
import { useText } from '../../texts/use-text';
import { ButtonLink, DownloadLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';
import { AskErasure } from './ask-erasure';
import { erasureQuery } from './erasure-query';
import { KeepAccount } from './keep-account';

/** All that is kept of me as one file, and the way to have it erased. */
export function MyDataPage() {
  const text = useText();
  const me = useQuery(meQuery);
  const factor = useQuery(secondFactorQuery);
  const erasure = useQuery(erasureQuery);
  return (
    <Page title={text('myData.title')} above={text('more.account')} tabs>
      <Asked query={me}>
        {(known) =>
          known === null ? (
            <ButtonLink to="/sign-in">{text('signIn.title')}</ButtonLink>
          ) : (
            <>
              <Card title={text('myData.export')}>
                <Muted>{text('myData.exportWhat')}</Muted>
                <DownloadLink href="/api/export/account">{text('myData.exportGet')}</DownloadLink>
                <Muted>{text('myData.exportNote')}</Muted>
              </Card>
              <Asked query={erasure}>
                {({ erasesAt }) =>
                  erasesAt === null ? (
                    <Asked query={factor}>
                      {({ isOn }) => <AskErasure email={known.email} hasSecondFactor={isOn} />}
                    </Asked>
                  ) : (
                    <KeepAccount erasesAt={erasesAt} timeZone={known.timeZone} />
                  )
                }
              </Asked>
            </>
          )
        }
      </Asked>
      <ButtonLink quiet to="/account">
        {text('more.account')}
      </ButtonLink>
    </Page>
  );
}
