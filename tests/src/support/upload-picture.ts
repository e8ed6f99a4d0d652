import { randomUUID } from 'node:crypto';
import { filesHttp } from '@daka/contracts';
import type { Account } from '@daka/replay';
import { drawnPicture } from '@daka/service-kit/testing';

/** A picture that looks like no other of another number, uploaded as the app does; answers its id. */
export async function uploadPicture(
  origin: string,
  { account: { email, password }, enrolmentId }: { account: Account; enrolmentId: string },
  seed: number,
): Promise<string> {
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const files = `${origin}/api/checkin/enrolments/${enrolmentId}/files`;
  const content = await drawnPicture(seed);
  const begun = await fetch(files, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ kind: 'picture', bytes: content.length }),
  });
  const { fileId } = filesHttp.Upload.parse(await begun.json());
  const sent = await fetch(`${files}/${fileId}?offset=0`, {
    method: 'PATCH',
    headers: { origin, cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(content),
  });
  if (filesHttp.Upload.parse(await sent.json()).status !== 'ready') throw new Error('the picture was not taken');
  return fileId;
}
