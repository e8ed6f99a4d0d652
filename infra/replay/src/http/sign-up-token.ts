import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 25;
const Mails = z.object({ mails: z.array(z.object({ text: z.string() })) });

/**
 * Waits for the letter about a sign-up in the mailbox for trying out and reads its link, as its reader would.
 * @returns the secret of the link; null: the letter says that there is an account already.
 */
export async function signUpToken(mailboxUrl: string, email: string): Promise<string | null> {
  const untilMs = performance.now() + WITHIN_MS;
  const url = `${mailboxUrl}/_sandbox/mails?${new URLSearchParams({ to: email })}`;
  for (;;) {
    const { mails } = Mails.parse(await (await fetch(url)).json());
    const newest = mails[0]?.text ?? '';
    const token = /\/confirm-sign-up#([\w-]{43})$/m.exec(newest)?.[1];
    if (token !== undefined) return token;
    if (/\/forgot-password$/m.test(newest)) return null;
    if (performance.now() > untilMs) throw new Error(`no letter to ${email} came to the mailbox`);
    await sleep(LOOK_EVERY_MS);
  }
}
