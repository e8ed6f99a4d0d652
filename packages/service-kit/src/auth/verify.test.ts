import { createServer } from 'node:http';
import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { decode, sign } from 'jsonwebtoken';
import { createSigningKey, signAccessToken, TOKEN_AUDIENCE, TOKEN_ISSUER } from './keys';
import { KeysUnavailableError } from './key-source';
import { createTokenVerifier } from './verify';

const key = createSigningKey();
const other = createSigningKey();
const claims = { sub: 'ada', iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE, exp: Math.floor(Date.now() / 1000) + 600 };
const signed = (changes: object, keyid = key.kid) =>
  sign(JSON.parse(JSON.stringify({ ...claims, ...changes })) as object, key.privateKeyPem, {
    algorithm: 'ES256',
    keyid,
  });

it('recognises the account of its own token, again and again', async () => {
  const verifier = createTokenVerifier({ keys: [key.publicJwk] });
  const token = signAccessToken({ ...key, sub: 'ada', ttlSeconds: 60 });
  expect(await verifier.verify(token)).toEqual({ id: 'ada' });
  expect(await verifier.verify(token)).toEqual({ id: 'ada' });
});

it('reads from it where roles wait for a second factor', async () => {
  const verifier = createTokenVerifier({ keys: [key.publicJwk] });
  const token = signAccessToken({ ...key, sub: 'ada', waits: ['letters'], ttlSeconds: 60 });
  expect(await verifier.verify(token)).toEqual({ id: 'ada', waits: ['letters'] });
  // What cannot be read must not open what it might have closed.
  expect(await verifier.verify(signed({ waits: 'letters' }))).toBeNull();
});

it('recognises RS256 from a key of 2,048 bits, and not from a shorter one', async () => {
  const rsa = (modulusLength: number) => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
    return { privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid: `rsa-${modulusLength}` } };
  };
  const [long, short] = [rsa(2_048), rsa(1_024)];
  const verifier = createTokenVerifier({ keys: [long.jwk, short.jwk] });
  const tokenOf = ({ privateKey, jwk }: typeof long) =>
    sign(claims, privateKey, { algorithm: 'RS256', keyid: jwk.kid, allowInsecureKeySizes: true });
  expect(await verifier.verify(tokenOf(long))).toEqual({ id: 'ada' });
  expect(await verifier.verify(tokenOf(short))).toBeNull();
});

describe('refuses', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const publicPem = createPublicKey({ key: key.publicJwk, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString();
  const forged = (alg: string, signature: (text: string) => string) => {
    const text = `${part({ alg, kid: key.kid, typ: 'JWT' })}.${part(claims)}`;
    return `${text}.${signature(text)}`;
  };
  const good = signed({});

  it.each<[string, string]>([
    ['another key under our id', sign(claims, other.privateKeyPem, { algorithm: 'ES256', keyid: key.kid })],
    ['an unknown key id', signed({}, 'nobody')],
    ['two characters more', `${good}AA`],
    ['two characters less', good.slice(0, -2)],
    ['no signature', good.slice(0, good.lastIndexOf('.') + 1)],
    ['no key id', sign(claims, key.privateKeyPem, { algorithm: 'ES256' })],
    ['another issuer', signed({ iss: 'mallory' })],
    ['another audience', signed({ aud: 'somewhere' })],
    ['an expired token', signed({ exp: Math.floor(Date.now() / 1000) - 1 })],
    ['a token without an end', signed({ exp: undefined })],
    ['a token without a subject', signed({ sub: undefined })],
    ['a token for longer than any of ours', signed({ exp: Math.floor(Date.now() / 1000) + 3_700 })],
    ['a subject that is no text', signed({ sub: { id: 'ada' } as never })],
    [
      'a token without a beginning',
      sign({ ...claims }, key.privateKeyPem, { algorithm: 'ES256', keyid: key.kid, noTimestamp: true }),
    ],
    ['a token for later', signed({ nbf: Math.floor(Date.now() / 1000) + 100 })],
    ['algorithm none', forged('none', () => '')],
    [
      'HS256 with the public key as secret',
      forged('HS256', (text) => createHmac('sha256', publicPem).update(text).digest('base64url')),
    ],
    ['a changed payload', good.replace(/\.[^.]+\./, `.${part({ ...claims, sub: 'eve' })}.`)],
    ['a header that is no JSON', 'AAAA.BBBB.CCCC'],
    ['nothing', ''],
    ['an endless token', 'a'.repeat(1_000_000)],
  ])('%s', async (_what, token) => {
    const verifier = createTokenVerifier({ keys: [key.publicJwk] });
    expect(await verifier.verify(good)).toEqual({ id: 'ada' });
    expect(await verifier.verify(token)).toBeNull();
  });

  it('a remembered token once it is over', async () => {
    let nowMs = Date.now();
    const verifier = createTokenVerifier({ keys: [key.publicJwk], wallClock: { nowMs: () => nowMs } });
    expect(await verifier.verify(good)).toEqual({ id: 'ada' });
    nowMs += 601_000;
    expect(await verifier.verify(good)).toBeNull();
  });
});

it('takes its keys from a function too', async () => {
  const verifier = createTokenVerifier({ keys: async () => [key.publicJwk] });
  expect(await verifier.verify(signed({}))).toEqual({ id: 'ada' });
  expect(await verifier.verify(signed({}, 'nobody'))).toBeNull();
});

it('gives tokens different ids, so that two sign-ins in a second differ', () => {
  const token = () => signAccessToken({ ...key, sub: 'ada', ttlSeconds: 60 });
  expect(decode(token())).not.toEqual(decode(token()));
});

describe('with keys behind a URL', () => {
  async function serveKeys(initial: JsonWebKey[] | null) {
    const served = { keys: initial, fetched: 0 };
    const server = createServer((_req, res) => {
      served.fetched += 1;
      if (served.keys) res.end(JSON.stringify({ keys: served.keys }));
      else res.writeHead(500).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return { served, jwksUrl, stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) };
  }
  const tokenOf = (signing: typeof key) => signAccessToken({ ...signing, sub: 'ada', ttlSeconds: 3_600 });

  it('fetches once for many, takes up a new key, and asks no more than every few seconds', async () => {
    const { served, jwksUrl, stop } = await serveKeys([key.publicJwk]);
    let nowMs = Date.now();
    const verifier = createTokenVerifier({ jwksUrl, wallClock: { nowMs: () => nowMs } });
    await Promise.all([1, 2, 3].map(() => verifier.verify(tokenOf(key))));
    expect(served.fetched).toBe(1);

    served.keys = [key.publicJwk, other.publicJwk];
    expect(await verifier.verify(tokenOf(other))).toBeNull();
    expect(served.fetched).toBe(1);
    nowMs += 5_000;
    expect(await verifier.verify(tokenOf(other))).toEqual({ id: 'ada' });
    await stop();
  });

  it('keeps the last good keys while the URL fails', async () => {
    const { served, jwksUrl, stop } = await serveKeys([key.publicJwk]);
    let nowMs = Date.now();
    const verifier = createTokenVerifier({ jwksUrl, wallClock: { nowMs: () => nowMs } });
    expect(await verifier.verify(tokenOf(key))).toEqual({ id: 'ada' });
    served.keys = null;
    nowMs += 5_000;
    expect(await verifier.verify(tokenOf(other))).toBeNull();
    expect(await verifier.verify(tokenOf(key))).toEqual({ id: 'ada' });
    await stop();
  });

  it('forgets a token whose key was withdrawn', async () => {
    const { served, jwksUrl, stop } = await serveKeys([key.publicJwk]);
    let nowMs = Date.now();
    const verifier = createTokenVerifier({ jwksUrl, wallClock: { nowMs: () => nowMs } });
    const token = tokenOf(key);
    expect(await verifier.verify(token)).toEqual({ id: 'ada' });
    served.keys = [other.publicJwk];
    nowMs += 11 * 60_000;
    expect(await verifier.verify(token)).toEqual({ id: 'ada' }); // Refreshes behind the answer.
    expect(await verifier.verify(tokenOf(other))).toEqual({ id: 'ada' });
    expect(await verifier.verify(token)).toBeNull();
    await stop();
  });

  it('throws while it never had a key: that is an outage, not a wrong token', async () => {
    const { jwksUrl, stop } = await serveKeys(null);
    await expect(createTokenVerifier({ jwksUrl }).verify(tokenOf(key))).rejects.toThrow(KeysUnavailableError);
    await stop();
  });
});
