import { Link } from '@tanstack/react-router';
import type { Cohort } from '../../api/queries';
import { Rich } from '../../features/markdown/rich';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Long } from '../../ui/words';

/** For whom, what for, what is exchanged: three short answers, each only where the organiser gave it. */
export function About({ cohort: { forWhom, whatFor, exchanged } }: { cohort: Cohort }) {
  const text = useText();
  const answers = [
    { what: text('about.forWhom'), said: forWhom },
    { what: text('about.whatFor'), said: whatFor },
    { what: text('about.exchanged'), said: exchanged },
  ];
  if (answers.every(({ said }) => said === null)) return null;
  return (
    <Card>
      <Lines>
        {answers.map(({ what, said }) =>
          said === null ? null : <Line key={what} what={<b>{what}</b>} note={<Long>{said}</Long>} />,
        )}
      </Lines>
    </Card>
  );
}

/** The organiser's own long text. */
export function Description({ description }: Pick<Cohort, 'description'>) {
  const text = useText();
  if (description === null) return null;
  return (
    <Card title={text('about.description')}>
      <Rich>{description}</Rich>
    </Card>
  );
}

/** Who runs it, and where it is seen that the deposits are there. */
export function Organisation({ cohort: { organisation } }: { cohort: Cohort }) {
  const text = useText();
  return (
    <Card title={text('about.organisation')}>
      <Lines>
        <Line what={<b>{organisation.name}</b>} />
        <Line
          what={
            <Link to="/proof/$organisationId" params={{ organisationId: organisation.id }}>
              {text('proof.public')}
            </Link>
          }
          note={text('proof.publicNote')}
        />
        <Line
          what={
            <Link to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
              {text('record.public')}
            </Link>
          }
          note={text('record.publicNote')}
        />
      </Lines>
    </Card>
  );
}
