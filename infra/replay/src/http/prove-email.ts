import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Client } from './client';

const WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 25;
const Mails = z.object({ mails: z.array(z.object({ text: z.string() })) });

/** Waits for the letter in the mailbox for trying out and uses its link, as its reader would. */
export async function proveEmail(client: Client, mailboxUrl: string, email: string): Promise<void> {
  const token = await tokenFor(mailboxUrl, email);
  await client.send({ method: 'POST', path: '/api/membership/email-proofs', body: { token } });
}

async function tokenFor(mailboxUrl: string, email: string): Promise<string> {
  const untilMs = performance.now() + WITHIN_MS;
  const url = `${mailboxUrl}/_sandbox/mails?${new URLSearchParams({ to: email })}`;
  for (;;) {
    const { mails } = Mails.parse(await (await fetch(url)).json());
    const token = /\/confirm#([\w-]{43})$/m.exec(mails[0]?.text ?? '')?.[1];
    if (token !== undefined) return token;
    if (performance.now() > untilMs) throw new Error(`no letter to ${email} came to the mailbox`);
    await sleep(LOOK_EVERY_MS);
  }
}
