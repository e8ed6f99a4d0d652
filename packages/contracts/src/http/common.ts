import { isAtMost } from '@daka/rules';
import * as z from 'zod';

/** RFC 9457 problem details; `code` is stable, `fields` names what is wrong in the request. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  correlationId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/**
 * Figures of one cohort are for everybody only from so many members on: those of fewer are as good as one learner's own money.
 * Membership's outcomes and payment's public record keep to the same.
 */
export const FEWEST_MEMBERS_SHOWN = 5;

/** One page of a list; `nextCursor` is absent on the last page. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

export const PageQuery = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One that somebody says they have; what is chosen must be longer. */
export const password = z.string().min(1).max(200);
/** What an authenticator shows, or a recovery code; spaces, hyphens and case do not matter. Or what a passkey was exchanged for. */
export const code = z.string().min(1).max(100);

/** From one character to another, as they stand in a pattern: readers of patterns in other languages do not know \u{...}. */
const range = (from: number, to: number) => `${String.fromCodePoint(from)}-${String.fromCodePoint(to)}`;
/**
 * Something that a reader sees: neither space, a control, a format character, a mark alone, nor one of those that show nothing,
 * fillers and blanks of other scripts among them. What Unicode has not given out yet shows as a box, or is newer than this list.
 */
const VISIBLE = [
  '[^\\p{Z}\\p{M}\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2',
  '\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u303f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffc',
  range(0x13430, 0x13442) +
    range(0x16fe4, 0x16fe4) +
    range(0x1bca0, 0x1bca3) +
    range(0x1d159, 0x1d159) +
    range(0x1d173, 0x1d17a) +
    range(0xe0000, 0xe0fff),
  ']',
].join('');
/** Marks that turn the direction of what follows, so that a text reads otherwise than it is. */
const MISLEADING = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u206f\\ufff9-\\ufffb';
const CONTROL = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029';
/** The same without line breaks and tabs, which stand in longer texts. */
const CONTROL_IN_PROSE = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';

/** One line as people write it, such as a name or a title: something to see, and nothing that hides or reorders it. */
export function line(maxCharacters: number) {
  return readable(maxCharacters, CONTROL);
}

/** The same over several lines, such as a reason. */
export function prose(maxCharacters: number) {
  return readable(maxCharacters, CONTROL_IN_PROSE);
}

/** @param control characters as they stand in the brackets of a pattern. */
function readable(maxCharacters: number, control: string) {
  const visible = new RegExp(VISIBLE, 'u');
  const controls = new RegExp(`[${control}]`, 'u');
  const misleading = new RegExp(`[${MISLEADING}\\p{Cs}]`, 'u');
  return z
    .string()
    .trim()
    .min(1)
    .refine((text) => isAtMost(text, maxCharacters), { error: `holds at most ${maxCharacters} characters` })
    .refine((text) => text === '' || visible.test(text), { error: 'needs a visible character' })
    .refine((text) => !controls.test(text), { error: 'has a control character' })
    .refine((text) => !misleading.test(text), { error: 'has a direction mark or half a character' })
    .meta({
      description: `At most ${maxCharacters} characters as a reader counts them, whatever their bytes; space around it is dropped`,
      allOf: [{ pattern: VISIBLE }, { pattern: `^\\s*[^${control}${MISLEADING}]*\\s*$` }],
    });
}
