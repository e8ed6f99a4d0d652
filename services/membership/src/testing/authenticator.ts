import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';

type Begun = z.infer<typeof membershipHttp.PasskeyBegunBody>;
type Asked = z.infer<typeof membershipHttp.PasskeyAskedBody>;
type Made = Omit<z.infer<typeof membershipHttp.AddPasskeyBody>, 'name'>;
type Answer = z.infer<typeof membershipHttp.PasskeyAnswerBody>;

/** What a browser or an authenticator could say otherwise than they should. */
export interface Wrong {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  counter?: number;
  isVerified?: boolean;
  userHandle?: string;
  /** Whether the page was inside another's. */
  crossOrigin?: boolean;
  /** What it says of who built it. */
  attestation?: string;
}

interface Key {
  id: Buffer;
  privateKey: KeyObject;
  publicKey: KeyObject;
  userHandle: string;
  counter: number;
}

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 } as const;

/** An authenticator and the browser that speaks with it, in software: real keys, real signatures, attestation "none". */
export function createAuthenticator(origin = 'http://localhost:8080') {
  const keys: Key[] = [];

  function clientData(type: string, challenge: string, wrong: Wrong): Buffer {
    const said = { type: wrong.type ?? type, challenge: wrong.challenge ?? challenge, origin: wrong.origin ?? origin };
    return Buffer.from(JSON.stringify({ ...said, crossOrigin: wrong.crossOrigin ?? false }));
  }
  function authData(rpId: string, counter: number, { isVerified = true, ...wrong }: Wrong, attested?: Buffer): Buffer {
    const flags = FLAGS.present | (isVerified ? FLAGS.verified : 0) | (attested ? FLAGS.attested : 0);
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(wrong.counter ?? counter, 1);
    return Buffer.concat([sha256(wrong.rpId ?? rpId), head, attested ?? Buffer.alloc(0)]);
  }

  return {
    make({ challenge, rpId, userId }: Begun, wrong: Wrong = {}): Made {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const key: Key = { id: randomBytes(32), ...pair, userHandle: userId, counter: 1 };
      keys.push(key);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(key.id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, key.id, coseOf(pair.publicKey)]);
      const attestation = cborMap([
        [text('fmt'), text(wrong.attestation ?? 'none')],
        [text('attStmt'), cborMap([])],
        [text('authData'), bytes(authData(rpId, key.counter, wrong, attested))],
      ]);
      return {
        id: key.id.toString('base64url'),
        clientDataJson: clientData('webauthn.create', challenge, wrong).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      };
    },
    /** By the passkey that was made last. */
    sign({ challenge, rpId }: Asked, wrong: Wrong = {}): Answer {
      const key = keys.at(-1);
      if (key === undefined) throw new Error('this authenticator holds no passkey');
      key.counter += 1;
      const data = authData(rpId, key.counter, wrong);
      const client = clientData('webauthn.get', challenge, wrong);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), key.privateKey);
      return {
        id: key.id.toString('base64url'),
        clientDataJson: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: wrong.userHandle ?? key.userHandle,
      };
    },
  };
}
export type Authenticator = ReturnType<typeof createAuthenticator>;

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

/** A key for ECDSA on P-256 as COSE writes it (RFC 9053): kind, algorithm, curve, and its two coordinates. */
function coseOf(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return cborMap([
    [int(1), int(2)],
    [int(3), int(-7)],
    [int(-1), int(1)],
    [int(-2), bytes(Buffer.from(x, 'base64url'))],
    [int(-3), bytes(Buffer.from(y, 'base64url'))],
  ]);
}

/** As much of CBOR (RFC 8949) as is needed here. */
function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}
const int = (value: number) => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value));
const bytes = (value: Buffer) => Buffer.concat([cborHead(2, value.length), value]);
const text = (value: string) => Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)]);
const cborMap = (entries: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flat()]);
