import type * as z from 'zod';

/** The topics; each carries one gapless stream per subject (see Envelope). */
export type Topic =
  | 'membership.organisation'
  | 'membership.cohort'
  | 'membership.enrolment'
  | 'payment.enrolment'
  | 'payment.organisation'
  | 'homework.enrolment'
  | 'checkin.enrolment'
  | 'checkin.homework'
  | 'checkin.cohort';

export interface EventDefinition<Type extends string = string, Data = unknown> {
  /** Released and never edited: a change is a new version with its own example and an upcast. */
  type: Type;
  topic: Topic;
  /** What happened, in one sentence for AsyncAPI. */
  summary: string;
  data: z.ZodType<Data>;
}

export function defineEvent<const Type extends string, Data>(
  definition: EventDefinition<Type, Data>,
): EventDefinition<Type, Data> {
  return definition;
}

/** The message of one definition as a consumer sees it: its type and its parsed data. */
export type MessageOf<D> = D extends EventDefinition<infer Type, infer Data> ? { type: Type; data: Data } : never;
