import { drawnPicture } from '@daka/service-kit/testing';
import { date } from './calendar';
import type { Member, World } from './world';

/** Uploads of members, and their bytes as others ask for them. */
export function uploadsIn(world: () => World) {
  const place = ({ enrolmentId }: Member) => `/enrolments/${enrolmentId}/files`;
  const announce = (who: Member, bytes: number, kind = 'picture', as = who.learnerId) =>
    world().call('POST', place(who), as, { kind, bytes });
  const send = async (who: Member, fileId: unknown, offset: number, body: Buffer, as = who.learnerId) => {
    const answer = await fetch(`${world().url()}${place(who)}/${String(fileId)}?offset=${offset}`, {
      method: 'PATCH',
      headers: { authorization: world().environment.bearer(as), 'content-type': 'application/octet-stream' },
      body: new Uint8Array(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return {
    place,
    announce,
    send,
    /** A picture that looks like no other of another number. */
    async upload(who: Member, seed: number): Promise<string> {
      const content = await drawnPicture(seed);
      const { fileId } = (await announce(who, content.length)).body;
      const { status, body } = await send(who, fileId, 0, content);
      if (status !== 200 || body['status'] !== 'ready') throw new Error(`the upload was answered ${status}`);
      return String(fileId);
    },
    /** What an account is answered to a request for bytes; null: nobody asks. */
    bytesAt: (path: string, as: string | null, headers: Record<string, string> = {}) =>
      fetch(`${world().url()}${path}`, {
        headers: { ...(as === null ? {} : { authorization: world().environment.bearer(as) }), ...headers },
      }),
    checkIn: (who: Member, day: number, body: object) =>
      world().call('POST', `/enrolments/${who.enrolmentId}/entries`, who.learnerId, {
        day: date(day),
        text: '',
        ...body,
      }),
  };
}
