import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { Asked } from '../../features/asked/asked';
import { type Member, type MemberDays, useMemberDays, useMembers } from '../../features/members/read';
import { STATUSES } from '../../features/members/sought';
import { StaffPage, type Working } from '../../features/staff-page/staff-page';
import { useText } from '../../texts/use-text';
import { Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import { Muted } from '../../ui/words';
import { MemberList } from './member-list';
import styles from './page.module.css';

/** As many days as the class page and the letters speak of. */
const SILENCES = [7, 14, 30] as const;
/** Typing is over for a moment: then it is looked for. */
const LOOK_AFTER_MS = 50;
const ANY = 'any';

/** Everybody in a cohort, to be found by name, number or state, for those who work for it. */
export function MembersPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/members' });
  return (
    <StaffPage cohortId={cohortId} title={text('members.title')}>
      {(working) => <Members cohortId={cohortId} working={working} />}
    </StaffPage>
  );
}

function Members({ cohortId, working: { own } }: { cohortId: string; working: Working }) {
  const text = useText();
  const mayInvite = own.role === 'owner' || own.role === 'class_head';
  const { q, status, silent } = useSearch({ from: '/cohorts/$cohortId/members' });
  const { query, members } = useMembers(cohortId, { q, status });
  const days = useMemberDays(cohortId);
  const daysOf = useMemo(() => new Map(days.rows.map((row) => [row.enrolmentId, row])), [days.rows]);
  const shown = useMemo(
    () => (silent === undefined ? members : members.filter((member) => isSilent(member, daysOf, silent))),
    [members, daysOf, silent],
  );
  const isWhole = !query.hasNextPage && (silent === undefined || !days.query.hasNextPage);
  return (
    <>
      <Filters mayAskByAddress={mayInvite} />
      {mayInvite && (
        <p>
          <Link to="/cohorts/$cohortId/import" params={{ cohortId }}>
            {text('members.import')}
          </Link>
        </p>
      )}
      <Asked query={query}>
        {() => (
          <>
            <div role="status">
              <Muted>{text(isWhole ? 'members.found' : 'members.finding', { count: shown.length })}</Muted>
            </div>
            {isWhole && shown.length === 0 ? (
              <Muted>{text(isFiltered() ? 'members.nobody' : 'members.none')}</Muted>
            ) : (
              <MemberList cohortId={cohortId} members={shown} daysOf={daysOf} isWhole={isWhole} />
            )}
          </>
        )}
      </Asked>
    </>
  );

  function isFiltered(): boolean {
    return q !== undefined || status !== undefined || silent !== undefined;
  }
}

function isSilent({ enrolmentId }: Member, daysOf: ReadonlyMap<string, MemberDays>, least: number): boolean {
  const silentDays = daysOf.get(enrolmentId)?.silentDays ?? null;
  return silentDays !== null && silentDays >= least;
}

/** What is looked for stands in the address, so that it can be passed on and come back to. */
function Filters({ mayAskByAddress }: { mayAskByAddress: boolean }) {
  const text = useText();
  const navigate = useNavigate({ from: '/cohorts/$cohortId/members' });
  const search = useSearch({ from: '/cohorts/$cohortId/members' });
  const [typed, setTyped] = useState(search.q ?? '');
  // Who goes back in the browser's history finds what was looked for then.
  useEffect(() => setTyped((now) => (now.trim() === (search.q ?? '') ? now : (search.q ?? ''))), [search.q]);
  useEffect(() => {
    const wanted = typed.trim() === '' ? undefined : typed.trim();
    if (wanted === search.q) return undefined;
    const timer = setTimeout(() => {
      void navigate({ search: (before) => ({ ...before, q: wanted }), replace: true });
    }, LOOK_AFTER_MS);
    return () => clearTimeout(timer);
    // Only typing looks anew; what the address brings is taken over above.
  }, [typed]);
  const statusOf = (value: string) => STATUSES.find((one) => one === value);
  return (
    <div role="search" className={styles['filters']}>
      <Field
        label={text('members.search')}
        note={text(mayAskByAddress ? 'members.searchNoteAddress' : 'members.searchNote')}
        value={typed}
        onChange={setTyped}
        mostCharacters={100}
        autoComplete="off"
      />
      <Choice
        label={text('members.state')}
        value={search.status ?? ANY}
        options={[
          { value: ANY, name: text('members.any') },
          ...STATUSES.map((one) => ({ value: one, name: text('members.status', { status: one }) })),
        ]}
        onChange={(value) =>
          void navigate({ search: (before) => ({ ...before, status: statusOf(value) }), replace: true })
        }
      />
      <Choice
        label={text('members.silence')}
        value={search.silent === undefined ? ANY : String(search.silent)}
        options={[
          { value: ANY, name: text('members.any') },
          ...SILENCES.map((days) => ({ value: String(days), name: text('members.silentAtLeast', { days }) })),
        ]}
        onChange={(value) =>
          void navigate({
            search: (before) => ({ ...before, silent: value === ANY ? undefined : Number(value) }),
            replace: true,
          })
        }
      />
    </div>
  );
}
