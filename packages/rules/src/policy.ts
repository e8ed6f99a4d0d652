import * as z from '#zod';
import { isTimeZone, TIME_ZONE_FORMAT } from './calendar.ts';
import { MOST_PICTURES, MOST_VOICE_SECONDS } from './media-bounds.ts';

const MAX_DAYS = 3_660;
const MAX_RATIO = 1_000_000;
const FULL_SHARE_BPS = 10_000;

const count = z.int().min(0);
const positive = z.int().min(1);
const windowDays = z.int().min(0).max(MAX_DAYS).nullable();
const minorUnits = z.int().min(0);
const basisPoints = z.int().min(0).max(FULL_SHARE_BPS);
const timeZone = z
  .string()
  .refine(isTimeZone, { error: 'must be an IANA time zone or a fixed offset such as "+08:00"' })
  .meta({ description: 'IANA time zone or fixed offset such as "+08:00"', format: TIME_ZONE_FORMAT });

/** A real calendar date, "YYYY-MM-DD". */
export const PlainDateSchema = z.iso.date({ error: 'must be a real date, YYYY-MM-DD' });

/** What a plan may begin on. */
export const FirstDaySchema = PlainDateSchema.refine((day) => day >= '1900-01-01' && day < '2900-01-01', {
  error: 'must lie between 1900 and 2899',
}).meta({ allOf: [{ pattern: '^(?:19|2[0-8])' }] });

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of day, HH:MM' });

const CountedRemovalSchema = z.strictObject({ misses: positive, per: z.enum(['week', 'cohort', 'consecutive']) });
const NoRemovalSchema = z.strictObject({ per: z.literal('never') });
const RemovalSchema = z.discriminatedUnion('per', [CountedRemovalSchema, NoRemovalSchema], {
  error: 'must be week, cohort, consecutive or never',
});

const cadence = z.enum(['daily', 'weekly', 'at_end']);
const RefundSchema = z.discriminatedUnion(
  'curve',
  [
    z.strictObject({ curve: z.literal('flat'), cadence }),
    z.strictObject({ curve: z.literal('rising'), ratio: z.int().min(1).max(MAX_RATIO), cadence }),
    z.strictObject({ curve: z.literal('threshold'), requiredDays: positive, cadence }),
  ],
  { error: 'must be flat, rising or threshold' },
);

const ForfeitsSchema = z.strictObject({
  finishersBps: basisPoints,
  organiserBps: basisPoints,
  charityBps: basisPoints,
  sharedBy: z.enum(['perfect', 'completed']),
  ifNoFinishers: z.enum(['return_pro_rata', 'organiser', 'charity']),
});

const CharitySchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  address: z.string().trim().min(1).max(300),
});

/** What a course business writes; a policy that contradicts itself is refused and the field named. */
export const PolicySchema = z
  .strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/, { error: 'must be an ISO 4217 code such as "USD"' }),
    entryFeeMinor: minorUnits,
    depositMinor: minorUnits,
    startsOn: FirstDaySchema,
    days: z.int().min(1).max(MAX_DAYS),
    timeZone,
    dayBoundary: z.enum(['cohort', 'learner']),
    dayEndsAt: timeOfDay,
    restDays: z.strictObject({
      weekdays: z.array(z.int().min(1).max(7)).max(7),
      dates: z.array(PlainDateSchema).max(MAX_DAYS),
    }),
    checkIn: z.strictObject({
      minCharacters: count,
      accepts: z.array(z.enum(['entry', 'homework', 'picture', 'voice'])).min(1),
      minPictures: z
        .int()
        .min(1)
        .max(MOST_PICTURES)
        .optional()
        .describe('Pictures that are a check-in without any text, where they are accepted; default 1'),
      minVoiceSeconds: z
        .int()
        .min(1)
        .max(MOST_VOICE_SECONDS)
        .optional()
        .describe('Seconds of a voice note that is a check-in without any text, where one is accepted; default 1'),
      review: z.enum(['auto', 'instructor']),
      aheadDays: windowDays,
      reviewDays: count
        .max(MAX_DAYS)
        .optional()
        .describe('Days after its acceptance in which a check-in can be rejected; default 3'),
    }),
    makeUp: z.strictObject({
      windowDays,
      quota: count.nullable(),
      endsOn: PlainDateSchema.optional().describe('Nothing is made up after the close of this date'),
    }),
    grace: z.strictObject({ days: count }),
    removal: RemovalSchema,
    refund: RefundSchema,
    coolingOffDays: count.optional().describe('Default: a third of the days, rounded down, and at most 7'),
    leave: z
      .strictObject({ maxDays: count.max(MAX_DAYS) })
      .optional()
      .describe('Days of leave that one learner may be granted; default one in seven of the required days, rounded up'),
    charity: CharitySchema.optional().describe('Who receives the share for charity'),
    forfeits: ForfeitsSchema,
  })
  .superRefine((policy, context) => {
    for (const [field, way] of [
      ['minPictures', 'picture'],
      ['minVoiceSeconds', 'voice'],
    ] as const) {
      if (policy.checkIn[field] !== undefined && !policy.checkIn.accepts.includes(way))
        context.addIssue({ code: 'custom', path: ['checkIn', field], message: `${way} is not among what is accepted` });
    }
    const { finishersBps, organiserBps, charityBps } = policy.forfeits;
    const sharedBps = finishersBps + organiserBps + charityBps;
    if (sharedBps !== FULL_SHARE_BPS) {
      context.addIssue({
        code: 'custom',
        path: ['forfeits'],
        message: `finishersBps + organiserBps + charityBps must be ${FULL_SHARE_BPS}, not ${sharedBps}`,
      });
    }
  });

/** An ISO 8601 instant with a zone; seconds may be left out, times finer than a millisecond are cut. */
export const InstantSchema = z.union(
  [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })],
  { error: 'must be an ISO 8601 instant with a zone, such as "2025-03-05T11:33Z"' },
);

/** Whose zone ends the day, which days need no check-in for this learner, and when they were admitted (absent: before the first day). */
export const LearnerSchema = z.strictObject({
  timeZone,
  excused: z.array(PlainDateSchema).max(MAX_DAYS),
  joinedAt: InstantSchema.optional(),
});

/** A check-in as the server received it. */
export const EntrySchema = z.strictObject({
  day: PlainDateSchema,
  acceptedAt: InstantSchema,
  characters: count,
  pictures: count.optional(),
  voiceSeconds: count.optional(),
});

export type Policy = z.infer<typeof PolicySchema>;
export type RemovalRule = Policy['removal'];
export type RefundRule = Policy['refund'];
export type Forfeits = Policy['forfeits'];
export type Learner = z.infer<typeof LearnerSchema>;
export type Entry = z.infer<typeof EntrySchema>;
