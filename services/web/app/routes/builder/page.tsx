import type { Policy } from '@daka/rules';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { type Cohort, clockQuery, cohortQuery, organisationsQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import {
  type Draft,
  draftFrom,
  enrolUntilOf,
  isHidden,
  newDraft,
  number,
  policyOf,
} from '../../features/class-draft/draft';
import { useMe } from '../../features/session/session';
import { passphraseQuery } from '../../features/staff-page/passphrase';
import { StaffNavOf } from '../../features/staff-page/staff-nav';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';
import { Acts } from './acts';
import { judge } from './judge';
import { type KeptDraft, keptKey, putBack } from './kept';
import { missingIn, Outlook } from './outlook';
import styles from './page.module.css';
import { About, CheckIns, Days, Forfeits, Money } from './sections';
import { useFound, useKeeping } from './use-kept-draft';

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
            <>
              <Muted>{text('builder.published')}</Muted>
              <p>
                <Link to="/cohorts/$cohortId/settings" params={{ cohortId }}>
                  {text('staffNav.settings')}
                </Link>
              </p>
            </>
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
  return (
    <Asked query={query}>
      {({ now }) =>
        props.cohort === null ? (
          <Own {...props} passphrase={null} nowMs={Date.parse(now)} />
        ) : (
          <Hidden {...props} cohort={props.cohort} nowMs={Date.parse(now)} />
        )
      }
    </Asked>
  );
}

/** A draft knows its passphrase already. */
function Hidden(props: BuilderProps & { cohort: Cohort; nowMs: number }) {
  const query = useQuery(passphraseQuery(props.cohort.id));
  return <Asked query={query}>{({ passphrase }) => <Own {...props} passphrase={passphrase} />}</Asked>;
}

interface WritingProps extends BuilderProps {
  passphrase: string | null;
  nowMs: number;
}

/** What is kept on the device belongs to one reader. */
function Own(props: WritingProps) {
  const text = useText();
  const me = useMe();
  if (!me) return <Muted>{text('asked.coming')}</Muted>;
  const key = keptKey(me.id, props.cohort?.id ?? `new:${props.organisationId}`);
  return <Found key={key} {...props} keptKey={key} />;
}

/** The draft as it is stored, or as somebody was writing it here when the page closed. */
function Found({ keptKey: key, ...props }: WritingProps & { keptKey: string }) {
  const text = useText();
  const found = useFound(key);
  const [isDropped, setDropped] = useState(false);
  const [isStored, setStored] = useState(false);
  const dates = useDates(Intl.DateTimeFormat().resolvedOptions().timeZone);
  if (found === undefined) return <Muted>{text('asked.coming')}</Muted>;
  return (
    <>
      {found !== null && !isDropped && !isStored && (
        <Card tone="info" live>
          <p>{text('builder.unkept', { time: dates.dateAndTime(found.at) })}</p>
          <Button quiet small onPress={() => setDropped(true)}>
            {text('builder.dropUnkept')}
          </Button>
        </Card>
      )}
      <Columns
        key={isDropped ? 'as stored' : 'as written'}
        {...props}
        keptKey={key}
        kept={isDropped ? null : found}
        onStored={() => setStored(true)}
      />
    </>
  );
}

interface ColumnsProps extends WritingProps {
  /** Under which this device keeps what is written. */
  keptKey: string;
  kept: KeptDraft | null;
  onStored(): void;
}

function Columns({ organisationId, cohort, passphrase, nowMs, keptKey: key, kept, onStored }: ColumnsProps) {
  const [before] = useState<Draft>(() => {
    const fresh = newDraft({
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      startsOn: new Date(nowMs + DAYS_AHEAD * DAY_MS).toISOString().slice(0, 10),
    });
    return cohort === null ? fresh : draftFrom(cohort, passphrase, fresh);
  });
  const [inStore, setInStore] = useState(before);
  const [draft, setDraft] = useState<Draft>(() => (kept === null ? before : putBack(kept, before)));
  useKeeping(key, draft, inStore);
  const stored = (cohort?.policy ?? null) as Policy | null;
  // Judging a thousand learners takes longer than a key.
  const shown = useDeferredValue(draft);
  const judged = useMemo(
    () =>
      judge({
        policy: policyOf(shown, stored),
        learners: number(shown.capacity),
        appealDays: number(shown.appealDays),
        enrolUntil: enrolUntilOf(shown),
        nowMs,
      }),
    [shown, stored, nowMs],
  );
  const section = {
    draft,
    faults: judged.faults,
    change: (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part })),
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
          onStored={() => {
            // A passphrase is stored once it stands in a rule; until then this device remembers it.
            setInStore(cohort === null || isHidden(draft) ? draft : { ...draft, passphrase: passphrase ?? '' });
            onStored();
          }}
        />
      </div>
    </div>
  );
}
