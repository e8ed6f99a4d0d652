import * as z from 'zod';
import { AnsweredAs, AppealDecision, AppealSubject } from '../events/checkin';
import { AmountMinor, Id, Instant, PlainDate } from '../primitives';
import { ReviewedFile } from './checkin-files';
import { page } from './common';
import { Reason } from './reason';

export const AppealParams = z.strictObject({ enrolmentId: Id, appealId: Id });

/** Which removal is meant needs no naming: a learner is removed once at a time. */
export const AppealBody = z.strictObject({
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rejected_entry'), day: PlainDate }),
    z.strictObject({ kind: z.literal('removal') }),
  ]),
  reason: Reason,
});

export const AppealAnswerBody = z.strictObject({ decision: AppealDecision, reason: Reason });

/** Why a dismissal is taken to the arbiter. */
export const EscalationBody = z.strictObject({ reason: Reason });

/** An appeal with the decision it is about and, once somebody else has answered, theirs. */
export const Appeal = z.object({
  appealId: Id,
  enrolmentId: Id,
  memberNumber: z.int().min(1),
  subject: AppealSubject,
  reason: z.string(),
  openedAt: Instant,
  /** `lapsed`: everything went back before anybody answered. */
  status: z.enum(['open', 'upheld', 'dismissed', 'lapsed']),
  /** The amount in question when the appeal was opened. */
  frozenMinor: AmountMinor,
  /** What is appealed; nobody decided a removal by the rule. */
  against: z.object({ reason: z.string().nullable(), decidedBy: Id.nullable(), decidedAt: Instant }),
  answer: z
    .object({
      decision: AppealDecision,
      reason: z.string(),
      answeredBy: Id.nullable(),
      /** Null with `answeredBy`. */
      answeredAs: AnsweredAs.nullable(),
      answeredAt: Instant,
    })
    .nullable(),
  /** That the learner took it to the arbiter, and the dismissal this is about; `answer` is then the arbiter's. */
  escalation: z
    .object({
      reason: z.string(),
      escalatedAt: Instant,
      dismissal: z.object({ reason: z.string(), answeredBy: Id.nullable(), answeredAt: Instant }),
    })
    .nullable(),
});

export const AppealList = z.object({ items: z.array(Appeal) });

/** An appeal as the staff sees it in the list. */
export const MemberAppeal = Appeal.extend({
  /** Granted by the rule when nobody has answered by then; null: answered, waits for nobody, or not known here. */
  answerDueAt: Instant.nullable(),
});

export const AppealPage = page(MemberAppeal);

/** An appeal that waits for the platform's arbiter, with the cohort it is in. */
export const ArbiterAppeal = Appeal.extend({ cohortId: Id });

/** An appeal as whoever answers it reads it, with the text of the rejected check-in. */
export const AppealInFull = ArbiterAppeal.extend({
  timeZone: z.string(),
  currency: z.string(),
  /** Granted by the rule when nobody has answered by then; null: answered, or not known here. */
  answerDueAt: Instant.nullable(),
  /** What was rejected; null: the appeal is about a removal, or the text is kept elsewhere (homework). */
  rejectedText: z.string().nullable(),
  /** Its pictures and voice note, whose bytes whoever answers has by the appeal; nothing that a machine noticed is told to the learner. */
  rejectedFiles: z.array(ReviewedFile),
});

export const ArbiterAppealPage = page(ArbiterAppeal);

/** What somebody is on the platform, apart from all cohorts. */
export const Authority = z.object({ isArbiter: z.boolean() });
