import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSigningKey, MAX_TOKEN_SECONDS, signAccessToken } from './keys';
import { type AskRevoked, createRevokedSessions } from './revoked-sessions';
import { createTokenVerifier } from './verify';

let nowMs: number;
beforeEach(() => (nowMs = 1_800_000_000_000));
const wallClock = { nowMs: () => nowMs };

/** Membership, as it answers: pages of two. */
function membership() {
  const asked: Parameters<AskRevoked>[0][] = [];
  const state = { revoked: [] as { id: string; atMs: number }[], isAway: false, asked };
  const ask: AskRevoked = async (page) => {
    asked.push(page);
    if (state.isAway) throw new Error('away');
    const from = Number(page.cursor ?? 0);
    const found = state.revoked.filter(({ atMs }) => atMs >= (page.afterMs ?? 0));
    const more = found.length > from + 2 ? { nextCursor: String(from + 2) } : {};
    return { items: found.slice(from, from + 2).map(({ id }) => id), ...more, asOfMs: nowMs };
  };
  return { state, ask };
}

it('knows all that was ended, over pages, and asks for no more than what is new', async () => {
  const { state, ask } = membership();
  state.revoked = ['a', 'b', 'c'].map((id) => ({ id, atMs: nowMs - 60_000 }));
  const revoked = createRevokedSessions(ask, wallClock);
  await revoked.refresh();
  expect(['a', 'b', 'c', 'd'].map(revoked.has)).toEqual([true, true, true, false]);
  expect(state.asked).toEqual([{ afterMs: null }, { afterMs: null, cursor: '2' }]);
  const firstMs = nowMs;
  nowMs += 1_001;
  state.revoked.push({ id: 'd', atMs: nowMs });
  await revoked.refresh();
  expect(['a', 'd'].map(revoked.has)).toEqual([true, true]);
  expect(state.asked.at(-1)).toEqual({ afterMs: firstMs - 10_000 });
});

it('asks once for many, and again only when what it knows is more than a second old', async () => {
  const { state, ask } = membership();
  const revoked = createRevokedSessions(ask, wallClock);
  await Promise.all([revoked.refresh(), revoked.refresh(), revoked.refresh()]);
  nowMs += 1_000;
  expect(revoked.refresh()).toBeNull();
  expect(state.asked).toHaveLength(1);
  nowMs += 1;
  await revoked.refresh();
  expect(state.asked).toHaveLength(2);
});

it('keeps what it knew while nobody answers, lets nobody wait, and goes on by itself', async () => {
  const { state, ask } = membership();
  state.revoked = [{ id: 'a', atMs: nowMs }];
  const revoked = createRevokedSessions(ask, wallClock);
  await revoked.refresh();
  state.isAway = true;
  nowMs += 2_000;
  await revoked.refresh();
  expect(revoked.refresh()).toBeNull();
  expect(revoked.has('a')).toBe(true);
  state.isAway = false;
  state.revoked.push({ id: 'b', atMs: nowMs });
  nowMs += 2_000;
  expect(revoked.refresh()).toBeNull(); // behind this answer
  await new Promise(setImmediate);
  expect(revoked.has('b')).toBe(true);
});

it('goes on with the page at which it was cut', async () => {
  const { state, ask } = membership();
  state.revoked = ['a', 'b', 'c'].map((id) => ({ id, atMs: nowMs }));
  let pages = 0;
  const revoked = createRevokedSessions((page, signal) => {
    pages += 1;
    return pages === 2 ? Promise.reject(new Error('cut')) : ask(page, signal);
  }, wallClock);
  await revoked.refresh();
  expect(['a', 'b', 'c'].map(revoked.has)).toEqual([true, true, false]);
  nowMs += 1_001;
  void revoked.refresh();
  await new Promise(setImmediate);
  expect(['a', 'b', 'c'].map(revoked.has)).toEqual([true, true, true]);
  expect(state.asked).toEqual([{ afterMs: null }, { afterMs: null, cursor: '2' }]);
});

it('forgets what no token can name any more', async () => {
  const { state, ask } = membership();
  state.revoked = [{ id: 'a', atMs: nowMs }];
  const revoked = createRevokedSessions(ask, wallClock);
  await revoked.refresh();
  state.revoked = [];
  nowMs += MAX_TOKEN_SECONDS * 1_000;
  await revoked.refresh();
  expect(revoked.has('a')).toBe(false);
});

it('is asked beside the keys, and a token of an ended sign-in is none, remembered or not', async () => {
  const key = createSigningKey();
  const paths: string[] = [];
  const ended: string[] = [];
  const server = createServer((req, res) => {
    const url = new URL(req.url ?? '', 'http://membership');
    paths.push(url.pathname);
    const isKeys = url.pathname === '/inside/.well-known/jwks.json';
    res.end(JSON.stringify(isKeys ? { keys: [key.publicJwk] } : { items: ended, asOfMs: nowMs }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/inside/.well-known/jwks.json`;
  nowMs = Date.now();
  const verifier = createTokenVerifier({ jwksUrl, wallClock });
  const token = (sid: string) => signAccessToken({ ...key, sub: 'ada', sid, ttlSeconds: 600 });
  const [phone, laptop] = [token('phone'), token('laptop')];
  expect(await verifier.verify(phone)).toEqual({ id: 'ada', sessionId: 'phone' });
  expect(paths).toEqual(['/inside/.well-known/jwks.json', '/inside/sessions/revoked']);
  ended.push('phone');
  nowMs += 1_001;
  expect(await verifier.verify(phone)).toBeNull();
  expect(await verifier.verify(token('phone'))).toBeNull();
  expect(await verifier.verify(laptop)).toEqual({ id: 'ada', sessionId: 'laptop' });
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
});
