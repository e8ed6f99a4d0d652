import { commonSettings, type ConfigOf, type Settings } from '@daka/service-kit';
import { z } from 'zod';

const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

const SEALING_KEY_BYTES = 32;
/** Known to everybody who reads this, so production refuses it. */
const DEVELOPMENT_KEY = Buffer.alloc(SEALING_KEY_BYTES, 'for trying out only').toString('base64');

const sealingKey = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine(({ length }) => length === SEALING_KEY_BYTES, `must be ${SEALING_KEY_BYTES} bytes in base64`);

const MAIL_FROM_NOBODY = 'Daka <no-reply@localhost>';

/** From the first byte, or never without having become so; to a server whose certificate is checked. */
function isEncrypted(smtpUrl: string): boolean {
  const { protocol, searchParams } = new URL(smtpUrl);
  const says = (name: string, value: string) => searchParams.get(name)?.toLowerCase() === value;
  const isUndone = says('secure', 'false') || says('ignoreTLS', 'true') || says('tls.rejectUnauthorized', 'false');
  return (protocol === 'smtps:' || says('requireTLS', 'true')) && !isUndone;
}

/** What only membership can be told. */
export const membershipSettings = {
  KEY: {
    describe:
      'under which the keys of access tokens and the secrets of second factors are stored: 32 random bytes in base64 (`openssl rand -base64 32`)',
    schema: sealingKey,
    default: DEVELOPMENT_KEY,
    secret: true,
  },
  KEY_PREVIOUS: {
    describe:
      'the KEY of before, while it is being changed: what is stored under it is read and stored anew under KEY; the log says when it is of no more use',
    schema: sealingKey.or(z.literal('').transform(() => null)),
    default: '',
    secret: true,
  },
  KEY_LOST: {
    describe:
      'yes, for one start, where the KEY of before is gone for good: signing keys are made anew, and owners of a second factor are left with their recovery codes',
    schema: z.enum(['yes', 'no']).transform((text) => text === 'yes'),
    default: 'no',
  },
  SMTP_URL: {
    describe:
      'mail server: smtps://user:password@host, or smtp://...?requireTLS=true; production takes no other, so not the mailbox for trying out',
    schema: z.url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' }),
    default: 'smtp://127.0.0.1:8025',
    secret: true,
    inProduction: (url) => (isEncrypted(url) ? null : 'is not encrypted'),
  },
  MAIL_FROM: {
    describe: 'whom letters come from',
    schema: z.string().regex(/^[^\r\n]*@[^\r\n]+$/, 'must hold an address'),
    default: MAIL_FROM_NOBODY,
    inProduction: (from) => (from === MAIL_FROM_NOBODY ? 'is an address of nobody' : null),
  },
  EMAIL_PROOF: {
    describe: 'whether an address must be proven before a seat, an organisation or a staff role: required or off',
    schema: z.enum(['required', 'off']),
    default: 'required',
    inProduction: (proof) => (proof === 'off' ? 'lets anybody use the address of another' : null),
  },
  ARBITERS: {
    describe: "accounts of the platform's arbiters, comma-separated ids; they read every entry of the audit log",
    schema: z
      .string()
      .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
      .pipe(z.array(z.uuid())),
    default: '',
  },
  SIGNING_KEY_DAYS: {
    describe: 'after how many days a new key signs access tokens',
    schema: wholeNumber(1, 3_650),
    default: '30',
  },
  ACCESS_TOKEN_SECONDS: {
    describe: 'how long an access token is valid',
    schema: wholeNumber(1, 3_600),
    default: '600',
  },
  SESSION_DAYS: { describe: 'how long a sign-in lasts without being used', schema: wholeNumber(1, 365), default: '30' },
  SESSION_MAX_DAYS: {
    describe: 'how long a sign-in lasts at most, however often it is used',
    schema: wholeNumber(1, 3_650),
    default: '180',
  },
  SIGN_IN_ATTEMPTS: {
    describe:
      'wrong passwords per account, or per device of its owner, before sign-in is refused for a while; an address takes 30 times as many',
    schema: wholeNumber(1, 1_000),
    default: '10',
  },
  SIGN_IN_WINDOW_SECONDS: {
    describe:
      'how long those wrong passwords are counted, and the first wait; each next one is twice as long, up to a day',
    schema: wholeNumber(1, 86_400),
    default: '900',
  },
  ARGON2_MEMORY_KIB: {
    describe: 'memory of one argon2id hash (OWASP: 19 MiB)',
    schema: wholeNumber(8, 4_194_304),
    default: '19456',
    inProduction: (kib) => (Number(kib) >= 19_456 ? null : 'is weaker than OWASP asks'),
  },
  ARGON2_ITERATIONS: {
    describe: 'passes of one argon2id hash (OWASP: 2)',
    schema: wholeNumber(1, 100),
    default: '2',
    inProduction: (passes) => (Number(passes) >= 2 ? null : 'is weaker than OWASP asks'),
  },
  ARGON2_PARALLELISM: { describe: 'lanes of one argon2id hash (OWASP: 1)', schema: wholeNumber(1, 64), default: '1' },
  ARGON2_CONCURRENCY: { describe: 'hashes computed at the same time', schema: wholeNumber(1, 64), default: '2' },
  ARGON2_MAX_WAITING: {
    describe: 'sign-ins that may wait for a hash before others are told to come back',
    schema: wholeNumber(1, 10_000),
    default: '500',
  },
  SEAT_HOLD_MINUTES: {
    describe: 'how long a seat is kept for somebody who has not paid',
    schema: wholeNumber(1, 1_440),
    default: '30',
  },
  ORGANISER_SHARE_MAX_BPS: {
    describe: 'the largest share of what is forfeited, in basis points, that a cohort may give to its organiser',
    schema: wholeNumber(0, 10_000),
    default: '2000',
  },
  ORGANISER_MAY_INHERIT: {
    describe: 'whether a cohort may give its organiser all that is forfeited when nobody finishes: yes or no',
    schema: z.enum(['yes', 'no']),
    default: 'no',
  },
  TEND_SEATS_MS: {
    describe: 'how often holds that ran out and steps that a crash left half done are looked for',
    schema: wholeNumber(10, 60_000),
    default: '500',
  },
} satisfies Settings;

/** Everything that membership can be told; the README's table is made from the descriptions. */
export const settings = { ...commonSettings, ...membershipSettings };

export type Config = ConfigOf<typeof settings>;
