import * as z from 'zod';

/** An identifier made by Daka: a UUID, taken in any case and kept in lower case (RFC 9562, 4). */
export const Id = z.uuid().toLowerCase();
/** A calendar date without a zone, "YYYY-MM-DD". */
export const PlainDate = z.iso.date();
/** An instant in UTC, ISO 8601 with a trailing Z. */
export const Instant = z.iso.datetime();
/** An amount in the currency's minor unit; never negative. */
export const AmountMinor = z.int().min(0);
/** ISO 4217, upper case. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as "CNY"');
/** An IANA zone name or a fixed offset such as "+08:00". */
export const TimeZone = z.string().min(1).max(64);
/** What somebody may be in one cohort. */
export const CohortRole = z.enum(['owner', 'class_head', 'instructor', 'committee', 'learner']);
/** What somebody may be to a route: the platform's arbiter is so in every cohort. */
export type Role = z.infer<typeof CohortRole> | 'arbiter';
/** The roles that work for the course business. */
export const StaffRole = z.enum(['owner', 'class_head', 'instructor', 'committee']);
export type StaffRole = z.infer<typeof StaffRole>;

/** An instant as it goes on the wire: ISO 8601 in UTC. */
export function iso(instantMs: number): string {
  return new Date(instantMs).toISOString();
}

/** Ends a switch over a union: a member that is added later does not compile here. `what` is named in the error that data from elsewhere would cause. */
export function unreachable(value: never, what: string): never {
  throw new Error(`unknown ${what}: ${JSON.stringify(value)}`);
}
