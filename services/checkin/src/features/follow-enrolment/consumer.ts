import type { Received } from '@daka/contracts';
import type { Applied } from '@daka/service-kit';
import { excuseForAll } from '../../domain/excuse-days';
import { cancel, open, refuseAdmission, register, release, withdraw } from '../../domain/follow-enrolment';
import type { Ports } from '../ports';

type Message = Received<'membership.enrolment'>;

/** Keeps a calendar for every enrolment, from its first message on. */
export function createFollowEnrolment({ calendars, cohorts, clock }: Pick<Ports, 'calendars' | 'cohorts' | 'clock'>) {
  return async (received: Message): Promise<Applied> => {
    const { message } = received;
    switch (message.type) {
      case 'membership.enrolment-applied.v1': {
        const { enrolmentId, cohortId, learnerId, timeZone } = message.data;
        return calendars.applyMessage(received, (calendar) => register(calendar, { enrolmentId, cohortId, learnerId, timeZone }));
      }
      case 'membership.enrolment-admitted.v1':
        return admit(received, message.data);
      case 'membership.enrolment-withdrawn.v1': {
        const { quitOn, withdrawnAt } = message.data;
        return calendars.applyMessage(received, (calendar) => withdraw(calendar, quitOn, Date.parse(withdrawnAt)));
      }
      case 'membership.enrolment-leaving.v1':
        return letGo(received, message.data);
      case 'membership.enrolment-cancelled.v1':
        return calendars.applyMessage(received, cancel);
      case 'membership.enrolment-rules-accepted.v1':
      case 'membership.enrolment-seat-held.v1':
      case 'membership.enrolment-seat-released.v1':
        return calendars.applyMessage(received, () => []);
      default:
        return unknownMessage(message);
    }
  };

  /**
   * The plan comes from the cohort's policy, which travels on another topic and may not be here yet:
   * then the message waits like one that came too early, parked and tried again until the cohort is known.
   * Once the settlement has started, nobody comes in any more.
   */
  async function admit(received: Message, { enrolmentId, cohortId, memberNumber }: { enrolmentId: string; cohortId: string; memberNumber: number }): Promise<Applied> {
    const cohort = await cohorts.load(cohortId);
    if (cohort === null) return 'gap';
    const excusedDays = cohort.excusedDays.map(({ day }) => day);
    const applied = await calendars.applyMessage(received, (calendar) => (cohort.settlement.status === 'open'
      ? open(calendar, { memberNumber, policy: cohort.policy, excusedDays })
      : refuseAdmission(calendar, clock.nowMs())));
    await followWhatCameMeanwhile(enrolmentId, cohortId, { excusedDays, isNew: applied === 'applied' });
    return applied;
  }

  /**
   * With a cancelled cohort all are let go or none: whether its settlement had begun is known once the cancellation has arrived,
   * which travels on another topic.
   */
  async function letGo(received: Message, { cohortId, reason }: { cohortId: string; reason: 'cooling_off' | 'cohort_cancelled' }): Promise<Applied> {
    if (reason === 'cohort_cancelled') {
      const cohort = await cohorts.load(cohortId);
      if (cohort === null) return 'gap';
      if (cohort.settlement.status !== 'open') return calendars.applyMessage(received, () => []);
      if (!cohort.cancelled) return 'gap';
    }
    return calendars.applyMessage(received, (calendar) => release(calendar, clock.nowMs()));
  }

  /**
   * While this calendar opened, the settlement may have gone past it, or a day may have been excused and brought to all others just before.
   * A calendar that the settlement has frozen stays in it: it is not open any more.
   */
  async function followWhatCameMeanwhile(enrolmentId: string, cohortId: string, known: { excusedDays: readonly string[]; isNew: boolean }): Promise<void> {
    const cohort = await cohorts.load(cohortId);
    if (cohort === null) return;
    const { settlement: { status } } = cohort;
    if (status === 'settled' || (status === 'settling' && known.isNew)) {
      await calendars.change(enrolmentId, (calendar) => refuseAdmission(calendar, clock.nowMs()));
    }
    for (const { day, excusedAtMs } of cohort.excusedDays.filter((excused) => !known.excusedDays.includes(excused.day))) {
      await calendars.change(enrolmentId, (calendar) => excuseForAll(calendar, day, excusedAtMs));
    }
  }
}

function unknownMessage(message: never): never {
  throw new Error(`unknown message ${JSON.stringify(message)}`);
}
