import { useQuery } from '@tanstack/react-query';
import { secondFactorQuery } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';

/** That nothing of a staff's work is done before the reader has two-step sign-in, and the way to it. */
export function FactorRequired({ organisation }: { organisation?: string }) {
  const text = useText();
  return (
    <Card tone="attention" title={text('factorRequired.title')}>
      <p>
        {organisation === undefined ? text('factorRequired.what') : text('factorRequired.whatBy', { organisation })}
      </p>
      <ButtonLink to="/account/second-factor">{text('factor.toTurnOn')}</ButtonLink>
    </Card>
  );
}

/** The same for each organisation that waits for the reader; nothing where none does. */
export function FactorRequiredBy() {
  const { data } = useQuery(secondFactorQuery);
  if (data === undefined || data.isOn) return null;
  return data.requiredBy.map(({ id, name }) => <FactorRequired key={id} organisation={name} />);
}
