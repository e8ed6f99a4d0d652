import { z } from 'zod';

/** An identifier made by Daka: a UUID. */
export const Id = z.uuid();
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
export const Role = z.enum(['owner', 'class_head', 'instructor', 'committee', 'learner']);
export type Role = z.infer<typeof Role>;
/** The roles that work for the course business. */
export const StaffRole = z.enum(['owner', 'class_head', 'instructor', 'committee']);
export type StaffRole = z.infer<typeof StaffRole>;
