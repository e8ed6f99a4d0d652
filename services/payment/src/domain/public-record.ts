import { FEWEST_MEMBERS_SHOWN, iso } from '@daka/contracts';
import type { CohortBook } from './cohort-book';
import { addFigures, earliestOf, type Figure, type Figures, NO_FIGURES, WITHIN_S } from './record';

const DAY_MS = 86_400_000;

/** What is kept of a published cohort that the public record is made of. */
export interface RecordedCohort {
  cohortId: string;
  title: string | null;
  startsOn: string | null;
  currency: string | null;
  cancelledAtMs: number | null;
  /** Null: its pool was not shared. */
  shared: Pick<
    CohortBook,
    'poolMinor' | 'organiserMinor' | 'charityMinor' | 'sharedAtMs' | 'members' | 'completed' | 'perfect'
  > | null;
  figures: Figures;
  /** The earliest payment since which all that was decided about the enrolment is in the figures; null: there was none yet. */
  wholeFromMs: number | null;
}

/** A cohort that has ended for every one of its enrolments. */
export interface EndedCohort extends RecordedCohort {
  state: 'settled' | 'cancelled';
  /** 0: not known. */
  endedAtMs: number;
  members: number;
}

/** How one cohort ended, or several together. */
export interface ShownFigures {
  members: number;
  completion: { of: number; completed: number; perfect: number } | null;
  depositMinor: number;
  forfeitedMinor: number;
  finishersMinor: number;
  organiserMinor: number;
  charityMinor: number;
  returnedMinor: number;
  unconfirmedMinor: number;
  otherwise: number;
}

export interface PublicRecord {
  cohorts: { published: number; running: number; settled: number; cancelled: number };
  totals: (ShownFigures & { currency: string; cohorts: number; cohortsLeftOut: number })[];
  conduct: ReturnType<typeof conductOf> | null;
  /** The latest end first. */
  ended: readonly EndedCohort[];
}

export function publicRecordOf(cohorts: readonly RecordedCohort[]): PublicRecord {
  const ended = cohorts.flatMap(endedCohort).toSorted(byEnd);
  const settled = ended.filter(({ state }) => state === 'settled').length;
  const currencies = [...new Set(ended.flatMap(({ currency }) => currency ?? []))].toSorted();
  const all = cohorts.reduce((sum, { figures }) => addFigures(sum, figures), NO_FIGURES);
  return {
    cohorts: {
      published: cohorts.length,
      running: cohorts.length - ended.length,
      settled,
      cancelled: ended.length - settled,
    },
    totals: currencies.flatMap((currency) => totalsOf(currency, ended)),
    conduct: at(all, 'paid') < FEWEST_MEMBERS_SHOWN ? null : conductOf(all, sinceOf(cohorts)),
    ended: ended.toReversed(),
  };
}

/** Of one cohort; null: its members are too few to be told apart. */
export function figuresOf(cohort: EndedCohort): ShownFigures | null {
  return cohort.members < FEWEST_MEMBERS_SHOWN ? null : together([cohort]);
}

/** A cancellation that came when the settlement had begun comes to nothing. */
function endedCohort(cohort: RecordedCohort): EndedCohort[] {
  const { shared, cancelledAtMs, figures } = cohort;
  const settled = at(figures, 'settled');
  if (at(figures, 'paid') !== settled + at(figures, 'cancelled')) return [];
  if (shared !== null) {
    // What was said of the cohort may be ahead of what was said of its members.
    const isWhole = settled >= (shared.members ?? 0);
    return isWhole ? [{ ...cohort, state: 'settled', endedAtMs: shared.sharedAtMs ?? 0, members: settled }] : [];
  }
  if (cancelledAtMs === null || settled > 0) return [];
  return [
    {
      ...cohort,
      state: 'cancelled',
      endedAtMs: cancelledAtMs,
      members: at(figures, 'cancelled') - at(figures, 'left'),
    },
  ];
}

function byEnd(one: EndedCohort, other: EndedCohort): number {
  return one.endedAtMs - other.endedAtMs || (one.cohortId < other.cohortId ? -1 : 1);
}

function totalsOf(currency: string, ended: readonly EndedCohort[]): PublicRecord['totals'] {
  const own = ended.filter((cohort) => cohort.currency === currency);
  const units = unitsOf(own);
  const shown = units.flat().length;
  if (shown === 0) return [];
  const sum = units.map(together).reduce(addShown);
  return [{ ...sum, currency, cohorts: shown, cohortsLeftOut: own.length - shown }];
}

/**
 * What may be shown apart: each cohort of enough members, and of the smaller ones, in the order in which they ended, as many together as are enough.
 * So a total never changes by what one cohort of few has done. What is left over waits for others.
 */
function unitsOf(ended: readonly EndedCohort[]): EndedCohort[][] {
  const units: EndedCohort[][] = [];
  let small: EndedCohort[] = [];
  for (const cohort of ended) {
    if (cohort.members >= FEWEST_MEMBERS_SHOWN) units.push([cohort]);
    else small.push(cohort);
    if (membersOf(small) >= FEWEST_MEMBERS_SHOWN) {
      units.push(small);
      small = [];
    }
  }
  return units;
}

function membersOf(cohorts: readonly EndedCohort[]): number {
  return cohorts.reduce((sum, { members }) => sum + members, 0);
}

function together(cohorts: readonly EndedCohort[]): ShownFigures {
  const figures = cohorts.reduce((sum, cohort) => addFigures(sum, cohort.figures), NO_FIGURES);
  const pool = (which: 'poolMinor' | 'organiserMinor' | 'charityMinor') =>
    cohorts.reduce((sum, { shared }) => sum + (shared?.[which] ?? 0), 0);
  const [organiserMinor, charityMinor] = [pool('organiserMinor'), pool('charityMinor')];
  // Else deposits that were paid and taken back again would make any record look generous.
  const depositMinor = at(figures, 'depositMinor') - at(figures, 'leftMinor');
  const forfeitedMinor = at(figures, 'forfeitedMinor');
  const isConfirmed = at(figures, 'waitingMinor') === 0;
  const backMinor = depositMinor - forfeitedMinor;
  return {
    members: membersOf(cohorts),
    completion: completionOf(cohorts),
    depositMinor,
    forfeitedMinor,
    finishersMinor: pool('poolMinor') - organiserMinor - charityMinor,
    organiserMinor,
    charityMinor,
    returnedMinor: isConfirmed ? backMinor : 0,
    unconfirmedMinor: isConfirmed ? 0 : backMinor,
    otherwise: at(figures, 'otherwise'),
  };
}

function completionOf(cohorts: readonly EndedCohort[]): ShownFigures['completion'] {
  return cohorts.reduce<ShownFigures['completion']>((sum, { shared, members }) => {
    if (shared === null || shared.completed === null) return sum;
    const { completed, perfect } = shared;
    return addCompletion(sum, { of: members, completed, perfect: perfect ?? 0 });
  }, null);
}

function addCompletion(one: ShownFigures['completion'], other: ShownFigures['completion']): ShownFigures['completion'] {
  if (one === null || other === null) return one ?? other;
  return { of: one.of + other.of, completed: one.completed + other.completed, perfect: one.perfect + other.perfect };
}

function addShown(one: ShownFigures, other: ShownFigures): ShownFigures {
  return {
    members: one.members + other.members,
    completion: addCompletion(one.completion, other.completion),
    depositMinor: one.depositMinor + other.depositMinor,
    forfeitedMinor: one.forfeitedMinor + other.forfeitedMinor,
    finishersMinor: one.finishersMinor + other.finishersMinor,
    organiserMinor: one.organiserMinor + other.organiserMinor,
    charityMinor: one.charityMinor + other.charityMinor,
    returnedMinor: one.returnedMinor + other.returnedMinor,
    unconfirmedMinor: one.unconfirmedMinor + other.unconfirmedMinor,
    otherwise: one.otherwise + other.otherwise,
  };
}

/** Of enrolments paid from then on nothing is missing. The beginning of the next day (UTC), so that it tells of nobody when they paid. */
function sinceOf(cohorts: readonly RecordedCohort[]): string | null {
  const atMs = earliestOf(cohorts.map(({ wholeFromMs }) => wholeFromMs));
  return atMs === null ? null : iso(Math.ceil(atMs / DAY_MS) * DAY_MS);
}

function conductOf(all: Figures, since: string | null) {
  const appeals = {
    open: at(all, 'appeals_open'),
    upheld: at(all, 'appeals_upheld'),
    upheldByRule: at(all, 'appeals_upheld_by_rule'),
    upheldByArbiter: at(all, 'appeals_upheld_by_arbiter'),
    dismissed: at(all, 'appeals_dismissed'),
    dismissedByArbiter: at(all, 'appeals_dismissed_by_arbiter'),
    ended: at(all, 'appeals_ended'),
  };
  return {
    since,
    enrolments: at(all, 'paid'),
    rejections: at(all, 'rejections'),
    appeals: { made: Object.values(appeals).reduce((sum, count) => sum + count, 0), ...appeals },
    refunds: refundsOf(all),
  };
}

/** Who waits is not left out: else whoever never pays back would have paid fast. */
function refundsOf(all: Figures) {
  const timed = [...WITHIN_S, null].map((_, place) => at(all, `refundsWithin${place}`));
  const waiting = at(all, 'refundsWaiting');
  const due = timed.reduce((sum, count) => sum + count, waiting);
  let reached = 0;
  const half = timed.findIndex((count) => (reached += count) * 2 >= due && due > 0);
  return { due, waiting, untimed: at(all, 'refundsUntimed'), halfWithinS: WITHIN_S[half] ?? null };
}

function at(figures: Figures, name: Figure): number {
  return figures[name] ?? 0;
}
