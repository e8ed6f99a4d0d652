import type { Policy } from '@daka/rules';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { type Cohort, clockQuery, cohortQuery, organisationsQuery, rolesQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { Asked } from '../../features/asked/asked';
import { StaffNavOf } from '../../features/staff-page/staff-nav';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';
import { contentOf, type Draft, draftFrom, newDraft, number, policyOf } from './draft';
import { judge } from './judge';
import { missingIn, Outlook } from './outlook';
import styles from './page.module.css';
import { About, CheckIns, Days, Forfeits, Money } from './sections';

const DAY_MS = 86_400_000;
/** A new cohort begins two weeks from now, so that there is time to find it. */
const DAYS_AHEAD = 14;

/** A cohort that is not stored yet. */
export function NewCohortPage() {
  const text = useText();
  const { organisationId } = useParams({ from: '/organisations/$organisationId/new' });
  const query = useQuery(organisationsQuery);
  return (
    <Page title={text('builder.new')} broad tabs>
      <Asked query={query}>
        {({ items }) =>
          items.some(({ id }) => id === organisationId) ? (
            <Builder organisationId={organisationId} cohort={null} />
          ) : (
            <Muted>{text('builder.notYours')}</Muted>
          )
        }
      </Asked>
    </Page>
  );
}

/** A draft that goes on. */
export function DraftPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/edit' });
  const query = useQuery(cohortQuery(cohortId));
  return (
    <Page title={text('builder.edit')} above={query.data?.title} broad tabs>
      <StaffNavOf cohortId={cohortId} isDraft={query.data?.status === 'draft'} />
      <Asked query={query}>
        {(cohort) =>
          cohort.status === 'draft' ? (
            <Builder organisationId={cohort.organisationId} cohort={cohort} />
          ) : (
            <Muted>{text('builder.published')}</Muted>
          )
        }
      </Asked>
    </Page>
  );
}

interface BuilderProps {
  organisationId: string;
  /** Null: it is not stored yet. */
  cohort: Cohort | null;
}

/** By the server's clock: it says which days are over. */
function Builder(props: BuilderProps) {
  const query = useQuery(clockQuery);
  return <Asked query={query}>{({ now }) => <Columns {...props} nowMs={Date.parse(now)} />}</Asked>;
}

function Columns({ organisationId, cohort, nowMs }: BuilderProps & { nowMs: number }) {
  const fresh = newDraft({
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    startsOn: new Date(nowMs + DAYS_AHEAD * DAY_MS).toISOString().slice(0, 10),
  });
  const [draft, setDraft] = useState<Draft>(() => (cohort === null ? fresh : draftFrom(cohort, fresh)));
  const stored = (cohort?.policy ?? null) as Policy | null;
  // Judging a thousand learners takes longer than a key.
  const shown = useDeferredValue(draft);
  const judged = useMemo(
    () =>
      judge({
        policy: policyOf(shown, stored),
        learners: number(shown.capacity),
        appealDays: number(shown.appealDays),
        nowMs,
      }),
    [shown, stored, nowMs],
  );
  const section = {
    draft,
    faults: judged.faults,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
  };
  return (
    <div className={styles['columns']}>
      <div className={styles['form']}>
        <About {...section} />
        <Days {...section} />
        <CheckIns {...section} />
        <Money {...section} />
        <Forfeits {...section} />
      </div>
      <div className={styles['beside']}>
        <Outlook draft={shown} judged={judged} nowMs={nowMs} />
        <Acts
          organisationId={organisationId}
          cohort={cohort}
          draft={draft}
          policy={judged.faults.some(({ why }) => why === 'not_valid') ? null : policyOf(draft, stored)}
          isReady={judged.faults.length === 0 && missingIn(draft).length === 0}
        />
      </div>
    </div>
  );
}

interface ActsProps {
  organisationId: string;
  cohort: Cohort | null;
  draft: Draft;
  /** Null: it cannot be stored as it is. */
  policy: Policy | null;
  isReady: boolean;
}

/** Keeping the draft and opening it for enrolment. What was promised cannot be changed afterwards. */
function Acts({ organisationId, cohort, draft, policy, isReady }: ActsProps) {
  const text = useText();
  const navigate = useNavigate();
  const refused = { passphrase_not_in_rules: 'builder.passphraseNote' } as const;
  const renews = [rolesQuery.queryKey, ...(cohort === null ? [] : [cohortQuery(cohort.id).queryKey])];
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
      await navigate({ to: '/cohorts/$cohortId/edit', params: { cohortId: id } });
    },
    { refused, renews },
  );
  const publish = useAct(
    async (key) => {
      const { id } = await store(key);
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
    </>
  );
}

/** A new draft has no text that could be taken away. */
function withoutNulls<Body extends object>(body: Body): { [Key in keyof Body]: Exclude<Body[Key], null> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)) as {
    [Key in keyof Body]: Exclude<Body[Key], null>;
  };
}
