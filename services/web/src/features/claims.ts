import { z } from 'zod';

const Claims = z.object({ exp: z.number(), sid: z.string().optional() });
export type Claims = z.infer<typeof Claims>;

/** What a token says of itself, unproven: for one of our own, or one that has just been verified. Null: it is none. */
export function claimsOf(accessToken: string): Claims | null {
  try {
    const payload = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString();
    return Claims.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
