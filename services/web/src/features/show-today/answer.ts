import { AmountMinor, checkinHttp, Currency, Id, Instant, membershipHttp, PlainDate } from '@daka/contracts';
import { z } from 'zod';

/** One of the reader's enrolments, as much as it takes to choose among them. */
const Enrolment = z.object({
  enrolmentId: Id,
  cohortId: Id,
  status: membershipHttp.EnrolmentStatus,
  memberNumber: z.int().min(1).nullable(),
});

/** The plan day that runs now; `worthMinor` and `missMinor` are null where nothing is left to do on it. */
const RunningDay = z.object({
  day: PlainDate,
  /** Its place among the plan's days, from 1, and how many there are. */
  number: z.int().min(1),
  of: z.int().min(1),
  state: checkinHttp.DayState,
  opensAt: Instant,
  closesAt: Instant,
  /** What its check-in earned; null where there is none. */
  earnedMinor: AmountMinor.nullable(),
  /** What a check-in adds at once. */
  worthMinor: AmountMinor.nullable(),
  /** What a miss takes off the best that is still possible. */
  missMinor: AmountMinor.nullable(),
  /** Whether a miss sets the streak back to nothing. */
  missBreaksStreak: z.boolean(),
});

const DayToCome = z.object({
  day: PlainDate,
  number: z.int().min(1),
  opensAt: Instant,
  closesAt: Instant,
  worthMinor: AmountMinor,
});

/** A day that was missed and can be made up still. */
const Repairable = z.object({ day: PlainDate, until: Instant.nullable(), worthMinor: AmountMinor });

export const Outlook = z.object({
  status: checkinHttp.CalendarStatus,
  timeZone: z.string(),
  minCharacters: z.int().min(0),
  /** What else than text a check-in may be, each with its least; null: nothing else. Of kinds that are null nothing is taken. */
  besides: z
    .object({ text: z.boolean(), minPictures: z.int().nullable(), minVoiceSeconds: z.int().nullable() })
    .nullable(),
  running: RunningDay.nullable(),
  /** The next day that asks for a check-in, after the one that runs. */
  next: DayToCome.nullable(),
  nextRestDay: PlainDate.nullable(),
  streak: z.int().min(0),
  done: z.int().min(0),
  missed: z.int().min(0),
  repairable: z.array(Repairable),
  /** Null: without a limit. */
  makeUpsLeft: z.int().min(0).nullable(),
  makeUpsUsed: z.int().min(0),
  graceLeft: z.int().min(0),
  /** Misses until removal; null: nobody is removed for misses. */
  removal: z.object({ missesLeft: z.int().min(0), per: z.enum(['week', 'cohort', 'consecutive']) }).nullable(),
  removedOn: PlainDate.nullable(),
  /** Earned and not yet due, with the close after which it is sent. */
  nextPayout: z.object({ amountMinor: AmountMinor, at: Instant }).nullable(),
});
export type Outlook = z.infer<typeof Outlook>;

export const TodayBody = z.object({
  /** The domain clock's instant. Everything here is as of it. */
  now: Instant,
  enrolments: z.array(Enrolment),
  /** Null: no enrolment has days to check in for. */
  current: z
    .object({
      enrolmentId: Id,
      cohortId: Id,
      title: z.string(),
      memberNumber: z.int().min(1),
      currency: Currency,
      outlook: Outlook,
      money: z.object({
        depositMinor: AmountMinor,
        earnedMinor: AmountMinor,
        returnedMinor: AmountMinor,
        /** Due and on its way to the learner. */
        onItsWayMinor: AmountMinor,
        forfeitedMinor: AmountMinor,
        frozenMinor: AmountMinor,
      }),
      /** Null: homework does not answer right now. */
      homework: z
        .array(
          z.object({
            assignmentId: Id,
            title: z.string(),
            dueAt: Instant,
            status: z.string(),
            submissionId: Id.nullable(),
            /** Answers to it that the learner has not read. */
            unread: z.int().min(0),
          }),
        )
        .nullable(),
      /** Pieces of homework with an answer that the learner has not read. Null: homework does not answer right now. */
      feedbackUnread: z.int().min(0).nullable(),
    })
    .nullable(),
});
export type TodayBody = z.infer<typeof TodayBody>;
