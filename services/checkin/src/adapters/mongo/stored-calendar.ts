import { type Plan, excuseDay, quitPlan } from '@daka/rules';
import type { Calendar, CalendarEvent, CancelledCalendar, OpenCalendar, Run, SettledCalendar, WaitingCalendar } from '../../domain/calendar';
import { evolve } from '../../domain/evolve';
import type { Plans } from './plans';

/** A shared plan and what is different for this learner. */
export interface PlanReference {
  planId: string;
  excused: readonly string[];
  quitOn: string | null;
}

export type StoredRun = Omit<Run, 'plan'> & { plan: PlanReference };
type WithStoredRun<C extends { run: Run | null }> = Omit<C, 'run'> & { run: C['run'] extends Run ? StoredRun : StoredRun | null };

/** A calendar as it is stored: it refers to its plan instead of holding it. */
export type StoredCalendar =
  | WaitingCalendar | WithStoredRun<OpenCalendar> | WithStoredRun<SettledCalendar> | WithStoredRun<CancelledCalendar>;

/** Reads stored calendars and evolves them. */
export function createCalendarForm(plans: Plans) {
  const resolved = new WeakMap<PlanReference, Plan>();

  function planOf(reference: PlanReference): Plan {
    const known = resolved.get(reference);
    if (known !== undefined) return known;
    const excused = reference.excused.reduce(excuseDay, plans.byId(reference.planId));
    const plan = reference.quitOn === null ? excused : quitPlan(excused, reference.quitOn);
    resolved.set(reference, plan);
    return plan;
  }

  function read<S extends StoredCalendar | null>(stored: S): S extends null ? null : Calendar;
  function read(stored: StoredCalendar | null): Calendar | null {
    if (stored === null || stored.status === 'waiting') return stored;
    if (stored.run === null) return stored as Calendar;
    return { ...stored, run: { ...stored.run, plan: planOf(stored.run.plan) } } as Calendar;
  }

  function referenceAfter(before: PlanReference | null, event: CalendarEvent): PlanReference {
    if (event.type === 'opened') return { planId: plans.idOf(event.plan), excused: [], quitOn: null };
    if (before === null) throw new Error(`${event.type} on a calendar without a plan`);
    if (event.type === 'day-excused') return { ...before, excused: [...before.excused, event.day] };
    return event.type === 'withdrawn' ? { ...before, quitOn: event.quitOn } : before;
  }

  return {
    read,
    evolve(stored: StoredCalendar | null, event: CalendarEvent): StoredCalendar {
      const after = evolve(read(stored), event);
      if (after.status === 'waiting' || after.run === null) return after as StoredCalendar;
      const before = stored === null || stored.status === 'waiting' ? null : (stored.run?.plan ?? null);
      return { ...after, run: { ...after.run, plan: referenceAfter(before, event) } } as StoredCalendar;
    },
  };
}
