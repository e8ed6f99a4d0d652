import type { ReceivedOf } from '@daka/contracts';
import { type Handled, NOT_YET } from '@daka/service-kit';
import type { Cohort } from '../../domain/cohort';
import { excuseForAll } from '../../domain/excuse-days';
import { type Learner, type Plan, type Policy, lastCloseMs } from '@daka/rules';
import { open, planOf, refuseAdmission } from '../../domain/follow-enrolment';
import type { Ports } from '../../ports';

export type Admit = ReturnType<typeof createAdmit>;

type Admitted = ReceivedOf<'membership.enrolment-admitted.v1'>;

/**
 * Opens the calendar of somebody admitted. The plan comes from the cohort's policy, which travels on another topic and may not be here yet:
 * then the message waits like one that came too early, parked and tried again until the cohort is known.
 * Once the settlement has started, or the last day has closed for this learner, nobody comes in any more.
 */
export function createAdmit({
  calendars,
  plans,
  cohorts,
  clock,
}: Pick<Ports, 'calendars' | 'plans' | 'cohorts' | 'clock'>) {
  const planWith = createPlanWith(plans);

  return async (received: Admitted): Promise<Handled> => {
    const { enrolmentId, cohortId } = received.data;
    // One after the other: a settlement that starts once the cohort was read finds this calendar, and keeps it from opening.
    const enrolment = await calendars.enrolment(enrolmentId);
    const cohort = enrolment && (await cohorts.load(cohortId));
    if (enrolment === null || cohort === null) return NOT_YET;
    const excusedDays = cohort.excusedDays.map(({ day }) => day);
    const handled = await (cohort.settlement.status === 'open'
      ? openWith(received, cohort, enrolment)
      : refuse(received, 'cohort_settled'));
    await followWhatCameMeanwhile(received.data, { excusedDays, isNew: handled.outcome === 'applied' });
    return handled;
  };

  async function openWith(
    received: Admitted,
    { policy, appealDays, excusedDays }: Cohort,
    { timeZone }: { timeZone: string },
  ) {
    const { memberNumber, paidAt, admittedAt } = received.data;
    const joinedAtMs = Date.parse(admittedAt);
    const paidAtMs = paidAt === undefined ? null : Date.parse(paidAt);
    const learner = { timeZone, excused: excusedDays.map(({ day }) => day) };
    const inTime = await planWith(policy, learner);
    if (joinedAtMs >= lastCloseMs(inTime)) return refuse(received, 'plan_over');
    const isLate = joinedAtMs >= (inTime.days[0]?.closesAtMs ?? Infinity);
    const plan = isLate ? await plans.keep(planOf(policy, { ...learner, joinedAt: admittedAt })) : inTime;
    return calendars.applyMessage(received, (calendar) =>
      open(calendar, { memberNumber, paidAtMs, joinedAtMs, policy, appealDays, plan }),
    );
  }

  function refuse(received: Admitted, why: 'cohort_settled' | 'plan_over'): Promise<Handled> {
    return calendars.applyMessage(received, (calendar) => refuseAdmission(calendar, clock.nowMs(), why));
  }

  /**
   * While this calendar opened, the settlement may have gone past it, or a day may have been excused and brought to all others just before.
   * A calendar that the settlement has frozen stays in it: it is not open any more.
   */
  async function followWhatCameMeanwhile(
    { enrolmentId, cohortId }: Admitted['data'],
    known: { excusedDays: readonly string[]; isNew: boolean },
  ): Promise<void> {
    const cohort = await cohorts.load(cohortId);
    if (cohort === null) return;
    const { status } = cohort.settlement;
    if (status === 'settled' || (status === 'settling' && known.isNew)) {
      await calendars.change(enrolmentId, (calendar) => refuseAdmission(calendar, clock.nowMs()));
    }
    for (const { day, excusedAtMs } of cohort.excusedDays.filter(
      (excused) => !known.excusedDays.includes(excused.day),
    )) {
      await calendars.change(enrolmentId, (calendar) => excuseForAll(calendar, day, excusedAtMs));
    }
  }
}

/** Compiles each plan of a policy once for all learners with the same zone and days to excuse who came in time. */
function createPlanWith(plans: Pick<Ports['plans'], 'keep'>) {
  const known = new WeakMap<Policy, Map<string, Plan>>();
  return async (policy: Policy, learner: Learner): Promise<Plan> => {
    const ofPolicy = known.get(policy) ?? new Map<string, Plan>();
    known.set(policy, ofPolicy);
    const name = [learner.timeZone, ...learner.excused].join(' ');
    const plan = ofPolicy.get(name) ?? (await plans.keep(planOf(policy, learner)));
    ofPolicy.set(name, plan);
    return plan;
  };
}
