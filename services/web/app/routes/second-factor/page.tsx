import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { secondFactorQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { ChangeIt } from './change-it';
import { RecoveryCodes } from './recovery-codes';
import { TurnOn } from './turn-on';

/** Two-step sign-in: turned on with an authenticator, changed or turned off with a code of it. */
export function SecondFactorPage() {
  const text = useText();
  const query = useQuery(secondFactorQuery);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Page title={text('factor.title')} above={text('more.account')} tabs>
      {codes !== null && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      <Asked query={query}>
        {({ isOn, recoveryCodesLeft, requiredBy }) => {
          if (codes !== null) return null;
          return (
            <>
              {requiredBy.length > 0 && (
                <p>{text('factorRequired.names', { organisations: requiredBy.map(({ name }) => name).join(' · ') })}</p>
              )}
              {isOn ? <ChangeIt left={recoveryCodesLeft} onCodes={setCodes} /> : <TurnOn onCodes={setCodes} />}
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
