import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { secondFactorQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { ChangeIt } from './change-it';
import { type Doing, Passkeys } from './passkeys';
import { RecoveryCodes } from './recovery-codes';
import { TurnOn } from './turn-on';

/** Two-step sign-in: passkeys, or an authenticator, changed or turned off by what there is. */
export function SecondFactorPage() {
  const text = useText();
  const query = useQuery(secondFactorQuery);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [doing, setDoing] = useState<Doing>(null);
  return (
    <Page title={text('factor.title')} above={text('more.account')} tabs>
      {codes !== null && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      <Asked query={query}>
        {(factor) => {
          if (codes !== null) return null;
          const { isOn, hasAuthenticator, recoveryCodesLeft, requiredBy } = factor;
          return (
            <>
              {requiredBy.length > 0 && (
                <p>{text('factorRequired.names', { organisations: requiredBy.map(({ name }) => name).join(' · ') })}</p>
              )}
              {doing === null && !isOn && <TurnOn isOn={false} onCodes={setCodes} />}
              {doing === null && isOn && (
                <ChangeIt left={recoveryCodesLeft} hasAuthenticator={hasAuthenticator} onCodes={setCodes} />
              )}
              <Passkeys factor={factor} doing={doing} onDoing={setDoing} onCodes={setCodes} />
              {doing === null && isOn && !hasAuthenticator && <TurnOn isOn onCodes={setCodes} />}
            </>
          );
        }}
      </Asked>
      <ButtonLink quiet to="/account">
        {text('more.account')}
      </ButtonLink>
    </Page>
  );
}
