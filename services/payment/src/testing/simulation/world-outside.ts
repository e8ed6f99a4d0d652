import { iso, type MessageOn, type Received } from '@daka/contracts';
import { appealAnswered, appealOpened, bonusOf, cancelledMessage, ids, payoutDue, PRICE, settledAt } from '../book';
import type { Random } from '@daka/service-kit/testing';

type Enrolment = MessageOn<'membership.enrolment'>;
type CheckIn = MessageOn<'checkin.enrolment'>;
type Followed = 'membership.enrolment' | 'checkin.enrolment';

const at = '2026-03-02T00:00:00.000Z';

/** What membership and checkin would say to a learner's payment, and a bus that repeats and reorders it. */
export function createWorldOutside(random: Random, clock: { atMs: number }) {
  const said: Record<Followed, (Enrolment | CheckIn)[]> = { 'membership.enrolment': [], 'checkin.enrolment': [] };
  let isSeatHeld = false;
  let heldUntilMs = 0;
  let outcome: 'none' | 'admitted' | 'refused' = 'none';
  let isSettled = false;
  let dueMinor = 0;
  let days = 0;
  let openAppeals: readonly string[] = [];

  const say = (topic: Followed, message: Enrolment | CheckIn) => void said[topic].push(message);
  const { enrolmentId, cohortId, organisationId, learnerId } = ids;

  function hold(): void {
    if (outcome !== 'none' || (isSeatHeld && clock.atMs < heldUntilMs)) return;
    isSeatHeld = true;
    heldUntilMs = clock.atMs + 1_800_000;
    say('membership.enrolment', {
      type: 'membership.enrolment-seat-held.v1',
      data: { enrolmentId, cohortId, ...PRICE, holdExpiresAt: iso(heldUntilMs) },
    });
  }

  function cancel(reason: 'no_seat' | 'cooling_off' | 'cohort_cancelled'): void {
    outcome = 'refused';
    say('membership.enrolment', {
      ...cancelledMessage,
      data: { enrolmentId, cohortId, reason, cancelledAt: at },
    } as Enrolment);
  }

  /** Amounts that may be larger than what is left, as when other days are earned before the answer. */
  function appeal(): void {
    if (random.chance(0.3)) answer(1);
    if (!random.chance(0.2)) return;
    const appealId = `00000000-0000-4000-8000-${String(days).padStart(12, '0')}`;
    openAppeals = [...openAppeals, appealId];
    say('checkin.enrolment', appealOpened(appealId, random.below(4_000)));
  }

  function answer(count: number): void {
    for (const appealId of openAppeals.slice(0, count))
      say('checkin.enrolment', appealAnswered(appealId, random.chance(0.5) ? 'upheld' : 'dismissed'));
    openAppeals = openAppeals.slice(count);
  }

  say('membership.enrolment', {
    type: 'membership.enrolment-applied.v1',
    data: {
      enrolmentId,
      cohortId,
      organisationId,
      learnerId,
      timeZone: 'Asia/Shanghai',
      policyVersion: 1,
      appliedAt: at,
    },
  });
  say('membership.enrolment', {
    type: 'membership.enrolment-rules-accepted.v1',
    data: { enrolmentId, rulesVersion: 1, acceptedAt: at },
  });
  hold();

  return {
    outcome: () => outcome,
    isSettled: () => isSettled,
    hold,
    /** The hold runs out; a payment that is on its way meets a seat that may be gone. */
    release(): void {
      if (!isSeatHeld || outcome !== 'none') return;
      isSeatHeld = false;
      say('membership.enrolment', {
        type: 'membership.enrolment-seat-released.v1',
        data: { enrolmentId, releasedAt: at },
      });
    },
    /** Membership hears of the payment, perhaps more than once. */
    hearPaid(): void {
      if (outcome !== 'none') return;
      if (!isSeatHeld && random.chance(0.5)) return cancel('no_seat');
      outcome = 'admitted';
      say('membership.enrolment', {
        type: 'membership.enrolment-admitted.v1',
        data: { enrolmentId, cohortId, memberNumber: 1, group: 1, admittedAt: at },
      });
    },
    leaveEarly(): void {
      if (outcome === 'admitted' && !isSettled) cancel(random.chance(0.5) ? 'cooling_off' : 'cohort_cancelled');
    },
    closeDay(): void {
      if (outcome !== 'admitted' || isSettled || days >= 20) return;
      days += 1;
      appeal();
      dueMinor = random.chance(0.15)
        ? Math.max(0, dueMinor - random.below(300))
        : Math.min(PRICE.depositMinor, dueMinor + random.below(1_400));
      say('checkin.enrolment', payoutDue(`2026-03-${String(days + 1).padStart(2, '0')}`, dueMinor, days));
    },
    settle(): void {
      if (outcome !== 'admitted' || isSettled) return;
      isSettled = true;
      answer(openAppeals.length);
      say('checkin.enrolment', settledAt(Math.min(PRICE.depositMinor, dueMinor + random.below(500))));
      say('checkin.enrolment', bonusOf(random.below(4_000)));
    },
    /** A message of one of the streams: mostly the next, at times an old one again or one too early. */
    message(topic: Followed, seq: number): Received<Followed> | null {
      const message = said[topic][seq - 1];
      if (!message) return null;
      const id = `${topic}:${enrolmentId}:${seq}`;
      // What was said on a topic is a message of it.
      return { ...message, topic, id, subject: enrolmentId, streamseq: seq } as Received<Followed>;
    },
    lengthOf: (topic: Followed) => said[topic].length,
  };
}
