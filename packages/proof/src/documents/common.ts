import * as z from '#zod';

/** 32 bytes in lower-case hexadecimal. */
export const HashSchema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'must be 64 lower-case hexadecimal digits' });
export const UtcDaySchema = z.iso.date({ error: 'must be a real date, YYYY-MM-DD' });
export const CurrencySchema = z.string().regex(/^[A-Z]{3}$/, { error: 'must be an ISO 4217 code such as "CNY"' });
export const MinorSchema = z.int().min(0);
export const InstantSchema = z.iso.datetime({ error: 'must be an ISO 8601 instant in UTC' });
