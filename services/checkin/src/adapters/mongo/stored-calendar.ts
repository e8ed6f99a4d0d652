import { type Plan, excuseDay, quitPlan } from '@daka/rules';
import type {
  Calendar,
  CalendarEvent,
  CancelledCalendar,
  OpenCalendar,
  Run,
  SettledCalendar,
  WaitingCalendar,
} from '../../domain/calendar';
import { evolve } from '../../domain/evolve';
import type { SharedPlans } from './plans';

/** A shared plan and what is different for this learner. */
export interface PlanReference {
  planId: string;
  excused: readonly string[];
  quitOn: string | null;
  /** Absent where nobody quit, and in calendars from before the instant was kept. */
  quitAtMs?: number;
}

/** A run that refers to its plan instead of holding it. */
export type StoredRun = Omit<Run, 'plan' | 'removedAtMs'> & {
  plan: PlanReference;
  /** Absent in runs from before it was kept: then the removal was announced when its day closed. */
  removedAtMs?: number | null;
};

/** A calendar as it is stored. */
export type StoredCalendar =
  | WaitingCalendar
  | (Omit<OpenCalendar, 'run'> & { run: StoredRun })
  | (Omit<SettledCalendar, 'run'> & { run: StoredRun })
  | (Omit<CancelledCalendar, 'run'> & { run: StoredRun | null });

/** Reads stored calendars and evolves them, once their plans are at hand. */
export function createCalendarForm(plans: Pick<SharedPlans, 'byId' | 'idOf'>) {
  const resolved = new WeakMap<PlanReference, Plan>();

  /** Fetches the plan that a stored calendar refers to, where it is not at hand. */
  function prepare(stored: StoredCalendar | null): Promise<void> | undefined {
    const reference = referenceOf(stored);
    return reference === null || resolved.has(reference) ? undefined : resolve(reference);
  }

  async function resolve(reference: PlanReference): Promise<void> {
    const shared = await plans.byId(reference.planId);
    const excused = reference.excused.reduce(excuseDay, shared);
    resolved.set(
      reference,
      reference.quitOn === null ? excused : quitPlan(excused, reference.quitOn, reference.quitAtMs),
    );
  }

  function runOf({ plan: reference, removedAtMs, ...rest }: StoredRun): Run {
    const plan = resolved.get(reference);
    if (plan === undefined) throw new Error(`plan ${reference.planId} is not prepared`);
    return {
      ...rest,
      plan,
      removedAtMs: removedAtMs === undefined ? closeOf(plan, rest.announced.removedOn) : removedAtMs,
    };
  }

  function read(stored: StoredCalendar): Calendar {
    if (stored.status === 'waiting') return stored;
    if (stored.status === 'cancelled') return { ...stored, run: stored.run && runOf(stored.run) };
    return { ...stored, run: runOf(stored.run) };
  }

  function referenceAfter(before: PlanReference | null, event: CalendarEvent): PlanReference {
    if (event.type === 'opened') return { planId: plans.idOf(event.plan), excused: [], quitOn: null };
    if (before === null) throw new Error(`${event.type} on a calendar without a plan`);
    if (event.type === 'day-excused') return { ...before, excused: [...before.excused, event.day] };
    if (event.type === 'entry-restored')
      return { ...before, excused: before.excused.filter((day) => day !== event.day) };
    if (event.type === 'readmitted') return { planId: before.planId, excused: before.excused, quitOn: null };
    if (event.type === 'removed-by-hand') return quitting(before, event.removedOn, event.removedAtMs);
    return event.type === 'withdrawn' ? quitting(before, event.quitOn, event.quitAtMs) : before;
  }

  function storedRun({ plan, ...rest }: Run, reference: PlanReference): StoredRun {
    resolved.set(reference, plan);
    return { ...rest, plan: reference };
  }

  return {
    prepare,
    read,
    evolve(stored: StoredCalendar | null, event: CalendarEvent): StoredCalendar {
      const after = evolve(stored && read(stored), event);
      if (after.status === 'waiting') return after;
      if (after.status === 'cancelled' && after.run === null) return { ...after, run: null };
      const reference = referenceAfter(referenceOf(stored), event);
      if (after.status === 'cancelled') return { ...after, run: after.run && storedRun(after.run, reference) };
      return { ...after, run: storedRun(after.run, reference) };
    },
  };
}

/** As `quitPlan` does: who is out already is not out later. */
function quitting(before: PlanReference, quitOn: string, quitAtMs: number | undefined): PlanReference {
  if (before.quitOn !== null && before.quitOn <= quitOn) return before;
  return quitAtMs === undefined ? { ...before, quitOn } : { ...before, quitOn, quitAtMs };
}

function referenceOf(stored: StoredCalendar | null): PlanReference | null {
  return stored === null || stored.status === 'waiting' ? null : (stored.run?.plan ?? null);
}

function closeOf({ days }: Plan, removedOn: string | null): number | null {
  return days.find(({ day }) => day === removedOn)?.closesAtMs ?? null;
}
