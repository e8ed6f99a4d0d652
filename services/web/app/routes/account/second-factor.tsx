import { useQuery } from '@tanstack/react-query';
import { secondFactorQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

/** Whether signing in takes a code besides the password, and the way to change that. */
export function SecondFactor() {
  const text = useText();
  const query = useQuery(secondFactorQuery);
  return (
    <Card title={text('factor.title')}>
      <Asked query={query}>
        {({ isOn, recoveryCodesLeft }) => (
          <>
            <Muted>{isOn ? text('factor.isOn', { left: recoveryCodesLeft }) : text('factor.isOff')}</Muted>
            <ButtonLink quiet to="/account/second-factor">
              {text(isOn ? 'factor.change' : 'factor.toTurnOn')}
            </ButtonLink>
          </>
        )}
      </Asked>
    </Card>
  );
}
