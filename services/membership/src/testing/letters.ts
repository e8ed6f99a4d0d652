import { randomUUID } from 'node:crypto';
import { startMailSandbox } from '@daka/mail-sandbox';
import type { Config } from '../config';
import type { LetterKind } from '../domain/letter';
import { eventually, membershipUnderTest, type Person } from './membership';

export const PASSWORD = 'correct horse battery';

/** What tests look at of what is stored. */
interface StoredAccount {
  _id: string;
  email: string;
  letters: Partial<
    Record<
      LetterKind,
      { id: string; attempts: number; writtenAtMs: number; expiresAtMs: number; dueAtMs?: number; sealed?: string }
    >
  >;
}

export interface SignedUp extends Person {
  email: string;
  cookie: string;
}

/** Membership that asks for proof of every address, with the mailbox that its letters come to. */
export async function membershipWithMailbox(changes: Partial<Config> = {}) {
  const mailbox = await startMailSandbox();
  const membership = await membershipUnderTest({ EMAIL_PROOF: 'required', SMTP_URL: mailbox.smtpUrl, ...changes });
  const accounts = membership.mongo.connection.collection<StoredAccount>('accounts');
  const { http } = membership;

  /** Somebody whose address is proven, as everybody's is who signs up. */
  async function proven(locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<SignedUp> {
    const email = `${randomUUID()}@example.org`;
    const person = { email, password: PASSWORD, displayName: 'Mei', timeZone: 'Asia/Shanghai', locale };
    await http.post('/accounts').send(person).expect(202, { letterSent: true });
    return signInOf(await confirmSignUp(await token(email)).expect(201));
  }
  /** Somebody with an account of an earlier release, which asked nobody to prove an address. */
  async function signUp(locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<SignedUp> {
    const person = await proven(locale);
    await forgetProof(person.email);
    return person;
  }
  const forgetProof = (email: string) =>
    accounts.updateOne({ email }, { $unset: { emailProvenAtMs: '', letters: '' } });
  async function signIn(email: string, password = PASSWORD): Promise<SignedUp> {
    return signInOf(await http.post('/sessions').send({ email, password }).expect(201));
  }

  /** The letters to an address, the newest first, once there are so many. */
  const letters = (email: string, count = 1) =>
    eventually(() => {
      const mails = mailbox.mails(email);
      return mails.length >= count && mails;
    });
  /** The secret in the link of the newest letter. */
  async function token(email: string, count = 1): Promise<string> {
    const [newest] = await letters(email, count);
    return /#([\w-]{43})$/m.exec(newest?.text ?? '')?.[1] ?? '';
  }
  const confirmSignUp = (secret: string, password = PASSWORD) =>
    http.post('/accounts/confirmation').send({ token: secret, password });
  const prove = (secret: string) => http.post('/email-proofs').send({ token: secret });

  return {
    ...membership,
    mailbox,
    signUp,
    signIn,
    letters,
    token,
    prove,
    confirmSignUp,
    proven,
    forgetProof,
    me: (person: Person) => membership.get(person, '/accounts/me').expect(200),
    letter: async (email: string, kind: LetterKind) => (await accounts.findOne({ email }))?.letters[kind],
    stored: (email: string) => accounts.findOne({ email }),
    /** Changes what stands in the database about a letter, as time would. */
    age: (email: string, kind: LetterKind, change: { expiresAtMs?: number; dueAtMs?: number; writtenAtMs?: number }) =>
      accounts.updateOne(
        { email },
        { $set: Object.fromEntries(Object.entries(change).map(([key, value]) => [`letters.${kind}.${key}`, value])) },
      ),
    async stop() {
      await membership.stop();
      await mailbox.stop();
    },
  };
}

function signInOf({
  body,
  headers,
}: {
  body: { accessToken: string; account: { id: string; email: string } };
  headers: object;
}): SignedUp {
  const [cookie = ''] = (headers as { 'set-cookie': string[] })['set-cookie'];
  const { id, email } = body.account;
  return { id, email, authorization: `Bearer ${body.accessToken}`, cookie: cookie.split(';')[0] ?? '' };
}
