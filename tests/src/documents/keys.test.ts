import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const document = readFileSync(join(root, 'docs/security/keys.md'), 'utf8');

/** What computes a key, a secret, a signature or a hash. */
const COMPUTES =
  /\b(createHash|createHmac|createCipheriv|createDecipheriv|createPublicKey|generateKeyPair(Sync)?|randomBytes|timingSafeEqual|subtle)\b|@node-rs\/argon2|'jsonwebtoken'|@noble\/|import \{[^}]*\bhash\b[^}]*\} from 'node:crypto'/u;
const RULED_OUT = /\b(md5|sha-?1|des-|rc4|-ecb|-cbc)\b|createHash\('(?!sha256')/iu;

/** HMAC-SHA-1 is what authenticator apps know (RFC 6238). */
const TOTP = 'services/membership/src/adapters/otpauth/one-time-codes.ts';

/** What ships; doubles and what runs on a developer's machine keep nobody's secret. */
const sources = ['packages', 'services'].flatMap((room) =>
  readdirSync(join(root, room)).flatMap((workspace) =>
    ['src', 'app'].flatMap((folder) => filesBelow(join(room, workspace, folder))),
  ),
);

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name) && !/\.(test|fixture)\.tsx?$|(^|\/)testing\//u.test(name))
      .map((name) => join(folder, name));
  } catch {
    return []; // not every workspace has both folders
  }
}

const computing = sources.filter((path) => COMPUTES.test(readFileSync(join(root, path), 'utf8')));

it('finds sources that compute keys and hashes', () => {
  expect(computing).toContain('packages/service-kit/src/auth/seal.ts');
  expect(computing).toContain('services/membership/src/adapters/argon2/passwords.ts');
});

it('names each of them in the inventory', () => {
  expect(computing.filter((path) => !document.includes(`\`${path}\``))).toEqual([]);
});

it('names no file that is not there or computes nothing of the kind', () => {
  const named = [...document.matchAll(/`((?:packages|services)\/[^`]+\.ts)`/gu)].map(([, path]) => path);
  expect(named.filter((path) => path === undefined || !computing.includes(path))).toEqual([]);
});

it('uses nothing that is ruled out', () => {
  const weak = sources.filter((path) => path !== TOTP && RULED_OUT.test(readFileSync(join(root, path), 'utf8')));
  expect(weak).toEqual([]);
});

it.each(["createHash('md5')", "createHash('sha1')", "createCipheriv('aes-128-cbc', key, iv)"])(
  'would find %s',
  (planted) => expect(planted).toMatch(RULED_OUT),
);
