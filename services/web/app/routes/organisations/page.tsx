import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client';
import { organisationsQuery, rolesQuery } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { Asked } from '../../features/asked/asked';
import { FactorRequiredBy } from '../../features/staff-page/factor-required';
import { StaffPlaces } from '../../features/staff-page/staff-nav';
import { useText } from '../../texts/use-text';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Line, Lines } from '../../ui/lines';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';
import { RequireFactor } from './require-factor';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 120;

/** Where I work: the course businesses I founded, and the cohorts in which I am on the staff. */
export function OrganisationsPage() {
  const text = useText();
  const organisations = useQuery(organisationsQuery);
  return (
    <Page title={text('organisations.title')} tabs>
      <Muted>{text('organisations.what')}</Muted>
      <FactorRequiredBy />
      <Asked query={organisations}>
        {({ items }) => (
          <>
            {items.map(({ id, name, requiresSecondFactor }) => (
              <Card key={id} title={name}>
                <ButtonLink to="/organisations/$organisationId/new" params={{ organisationId: id }}>
                  {text('builder.new')}
                </ButtonLink>
                <Lines>
                  <Line
                    what={
                      <Link to="/organisations/$organisationId/money" params={{ organisationId: id }}>
                        {text('organisationMoney.title')}
                      </Link>
                    }
                  />
                  <Line
                    what={
                      <Link to="/proof/$organisationId" params={{ organisationId: id }}>
                        {text('proof.public')}
                      </Link>
                    }
                    note={text('proof.publicNote')}
                  />
                </Lines>
                <RequireFactor organisationId={id} isRequired={requiresSecondFactor} />
              </Card>
            ))}
            <Cohorts />
            <Found isFirst={items.length === 0} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Cohorts() {
  const text = useText();
  const { data } = useQuery(rolesQuery);
  const mine = data?.items.filter(({ role }) => role !== 'learner') ?? [];
  if (mine.length === 0) return null;
  return (
    <Card title={text('organisations.cohorts')}>
      <Lines>
        {mine.map(({ role, cohortId, title, status, organisation }) => (
          <Line
            key={`${cohortId} ${role}`}
            what={
              status === 'draft' && role === 'owner' ? (
                <Link to="/cohorts/$cohortId/edit" params={{ cohortId }}>
                  {title}
                </Link>
              ) : (
                <Link to="/cohorts/$cohortId" params={{ cohortId }}>
                  {title}
                </Link>
              )
            }
            note={
              <>
                {`${text('roles.role', { role })} · ${text('organisations.status', { status })}`}
                <StaffPlaces
                  cohortId={cohortId}
                  role={role === 'learner' ? undefined : role}
                  isDraft={status === 'draft'}
                  organisationId={organisation.id}
                />
              </>
            }
          />
        ))}
      </Lines>
    </Card>
  );
}

function Found({ isFirst }: { isFirst: boolean }) {
  const text = useText();
  const [name, setName] = useState('');
  const { take, isBusy, problem } = useAct(
    (key) =>
      api.membership.POST('/organisations', {
        params: { header: { 'Idempotency-Key': key } },
        body: { name: name.trim() },
      }),
    { refused: { email_not_proven: 'organisations.notProven' }, renews: [organisationsQuery.queryKey] },
  );
  const canFound = isSayable(name, MOST_CHARACTERS) && !isBusy;
  return (
    <Card title={text(isFirst ? 'organisations.foundFirst' : 'organisations.found')}>
      <Form onSubmit={() => canFound && take()}>
        <Field
          label={text('organisations.name')}
          value={name}
          onChange={setName}
          mostCharacters={MOST_CHARACTERS}
          note={text('organisations.nameNote')}
        />
        <Problem problem={problem} />
        <Button type="submit" quiet isDisabled={!canFound}>
          {text('organisations.foundIt')}
        </Button>
      </Form>
    </Card>
  );
}
