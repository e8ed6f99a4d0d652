import type { Policy } from '@daka/rules';
import { useNavigate } from '@tanstack/react-router';
import { api, bodyOf } from '../../api/client';
import { type Cohort, cohortQuery, rolesQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { contentOf, type Draft, isHidden } from '../../features/class-draft/draft';
import { useMe } from '../../features/session/session';
import { passphraseQuery } from '../../features/staff-page/passphrase';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';
import { keptKey } from './kept';
import { keep as keepHere } from './use-kept-draft';

interface ActsProps {
  organisationId: string;
  cohort: Cohort | null;
  draft: Draft;
  /** Null: it cannot be stored as it is. */
  policy: Policy | null;
  isReady: boolean;
  /** The server has it as it is now. */
  onStored(): void;
}

/** Keeping the draft and opening it for enrolment. What was promised cannot be changed afterwards. */
export function Acts({ organisationId, cohort, draft, policy, isReady, onStored }: ActsProps) {
  const text = useText();
  const navigate = useNavigate();
  const me = useMe();
  const refused = { passphrase_not_in_rules: 'builder.passphraseNote' } as const;
  const renews = [
    rolesQuery.queryKey,
    ...(cohort === null ? [] : [cohortQuery(cohort.id).queryKey, passphraseQuery(cohort.id).queryKey]),
  ];
  const body = { ...contentOf(draft), ...(policy === null ? {} : { policy }) };
  const store = async (key: string): Promise<Cohort> =>
    cohort === null
      ? bodyOf(
          api.membership.POST('/organisations/{organisationId}/cohorts', {
            params: { path: { organisationId }, header: { 'Idempotency-Key': key } },
            body: withoutNulls(body),
          }),
        )
      : bodyOf(api.membership.PATCH('/cohorts/{cohortId}', { params: { path: { cohortId: cohort.id } }, body }));
  const keep = useAct(
    async (key) => {
      const { id } = await store(key);
      onStored();
      // Its passphrase goes on with it where it stands in no rule yet.
      if (cohort === null && draft.passphrase.trim() !== '' && !isHidden(draft))
        await keepHere(keptKey(me?.id ?? '', id), draft);
      await navigate({ to: '/cohorts/$cohortId/edit', params: { cohortId: id } });
    },
    { refused, renews },
  );
  const publish = useAct(
    async (key) => {
      const { id } = await store(key);
      onStored();
      await api.membership.POST('/cohorts/{cohortId}/publish', {
        params: { path: { cohortId: id }, header: { 'Idempotency-Key': `${key}-publish` } },
      });
      await navigate({ to: '/cohorts/$cohortId', params: { cohortId: id } });
    },
    {
      refused: { ...refused, cohort_incomplete: 'builder.incomplete', policy_unfulfillable: 'builder.incomplete' },
      renews,
    },
  );
  const isBusy = keep.isBusy || publish.isBusy;
  const hasTitle = draft.title.trim() !== '';
  return (
    <>
      <Problem problem={keep.problem ?? publish.problem} />
      <div role="status">{keep.isDone && <Muted>{text('builder.kept')}</Muted>}</div>
      <Button onPress={publish.take} isDisabled={isBusy || !isReady || policy === null}>
        {text('builder.publish')}
      </Button>
      <Muted>{text('builder.publishNote')}</Muted>
      <Button quiet onPress={keep.take} isDisabled={isBusy || !hasTitle}>
        {text('builder.keep')}
      </Button>
      <Muted>{text('builder.onDevice')}</Muted>
    </>
  );
}

/** A new draft has no text that could be taken away. */
function withoutNulls<Body extends object>(body: Body): { [Key in keyof Body]: Exclude<Body[Key], null> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) as {
    [Key in keyof Body]: Exclude<Body[Key], null>;
  };
}
