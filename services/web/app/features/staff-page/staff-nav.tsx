import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { rolesQuery, type StaffMember } from '../../api/queries';
import { type TextId, useText } from '../../texts/use-text';
import styles from './staff-nav.module.css';

export type StaffRole = StaffMember['role'];

const EVERYBODY: readonly StaffRole[] = ['owner', 'class_head', 'instructor', 'committee'];
const REVIEWERS: readonly StaffRole[] = ['owner', 'class_head', 'instructor'];
const DECIDERS: readonly StaffRole[] = ['owner', 'class_head'];

/** The places of those who work for a cohort, and who finds something there. */
const PLACES = [
  { to: '/cohorts/$cohortId/members', text: 'staffNav.members', roles: EVERYBODY },
  { to: '/cohorts/$cohortId/class', text: 'staffNav.class', roles: EVERYBODY },
  { to: '/cohorts/$cohortId/requests', text: 'staffNav.requests', roles: DECIDERS },
  { to: '/cohorts/$cohortId/money', text: 'staffNav.money', roles: DECIDERS },
  { to: '/cohorts/$cohortId/entries', text: 'staffNav.entries', roles: REVIEWERS },
  { to: '/cohorts/$cohortId/assignments', text: 'staffNav.assignments', roles: REVIEWERS },
  { to: '/cohorts/$cohortId/queue', text: 'staffNav.queue', roles: REVIEWERS },
  { to: '/cohorts/$cohortId/staff', text: 'staffNav.staff', roles: EVERYBODY },
  { to: '/cohorts/$cohortId/decisions', text: 'staffNav.decisions', roles: EVERYBODY },
  { to: '/cohorts/$cohortId/edit', text: 'staffNav.edit', roles: ['owner'], isOfDrafts: true },
  { to: '/cohorts/$cohortId/settings', text: 'staffNav.settings', roles: EVERYBODY },
] as const satisfies readonly { to: string; text: TextId; roles: readonly StaffRole[]; isOfDrafts?: true }[];

/** Nobody is a member of a draft, and nothing was decided in it. */
const OF_DRAFTS: readonly string[] = [
  '/cohorts/$cohortId/edit',
  '/cohorts/$cohortId/settings',
  '/cohorts/$cohortId/staff',
];

interface StaffNavProps {
  cohortId: string;
  /** Undefined: the reader does not work there, or it is not known yet. */
  role: StaffRole | undefined;
  isDraft: boolean;
  /** Whose record everybody may read; undefined: not known yet. */
  organisationId: string | undefined;
}

/** The same on every page of a cohort's staff; nothing for whoever does not work there. */
export function StaffNav(props: StaffNavProps) {
  const text = useText();
  if (props.role === undefined) return null;
  return (
    <nav aria-label={text('staffNav.label')}>
      <StaffPlaces {...props} />
    </nav>
  );
}

/** The same places in a list of cohorts. */
export function StaffPlaces({ cohortId, role, isDraft, organisationId }: StaffNavProps) {
  const text = useText();
  const places = PLACES.filter(
    (place) =>
      place.roles.some((one) => one === role) && (isDraft ? OF_DRAFTS.includes(place.to) : !('isOfDrafts' in place)),
  );
  return (
    <ul className={styles['places']}>
      {places.map(({ to, text: id }) => (
        <li key={to}>
          <Link
            to={to}
            params={{ cohortId }}
            className={styles['place'] ?? ''}
            activeOptions={{ includeSearch: false }}
          >
            {text(id)}
          </Link>
        </li>
      ))}
      {organisationId !== undefined && !isDraft && (
        <li>
          <Link to="/organisations/$organisationId" params={{ organisationId }} className={styles['place'] ?? ''}>
            {text('staffNav.record')}
          </Link>
        </li>
      )}
    </ul>
  );
}

/** For pages that others see too: the way to the staff's other pages, for whoever works there. */
export function StaffNavOf({ cohortId, isDraft }: { cohortId: string; isDraft: boolean }) {
  const { data } = useQuery(rolesQuery);
  const work = data?.items.find((one) => one.cohortId === cohortId && one.role !== 'learner');
  if (work === undefined || work.role === 'learner') return null;
  return <StaffNav cohortId={cohortId} role={work.role} isDraft={isDraft} organisationId={work.organisation.id} />;
}
