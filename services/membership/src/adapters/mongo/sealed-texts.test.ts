import { randomBytes, randomUUID } from 'node:crypto';
import { connectMongo, createLogger, createSealing, type MongoConnection } from '@daka/service-kit';
import { auditEntry } from '../../domain/audit';
import { inviteLearner } from '../../domain/learner-invitation';
import type { LetterKind } from '../../domain/letter';
import { createLinkSeal } from '../tokens/link-seal';
import { createAccountLetters } from './account-letters';
import { createLearnerInvitations } from './learner-invitations';
import { createSealedTexts } from './sealed-texts';
import { createSignUps } from './sign-ups';

const [before, now] = [randomBytes(32), randomBytes(32)];
const [former, changing, changed] = [createSealing(before), createSealing(now, before), createSealing(now)];
const KINDS: readonly LetterKind[] = ['reset_password', 'prove_email', 'change_email'];
const atMs = Date.parse('2026-03-01T00:00:00Z');
const person = {
  email: 'mei@example.org',
  displayName: 'Mei',
  timeZone: 'UTC',
  locale: 'en',
  passwordHash: '-',
} as const;
let mongo: MongoConnection;

beforeEach(async () => {
  mongo = await connectMongo({
    url: process.env['MONGO_URL'] ?? '',
    db: `t_${randomUUID().slice(0, 8)}_seals`,
    logger: createLogger({ service: 'test', level: 'silent' }),
  });
});
afterEach(async () => {
  await mongo.connection.dropDatabase();
  await mongo.stop();
});

/** A letter that waits, its link sealed under the former key. */
function letter() {
  const id = randomUUID();
  const sealed = createLinkSeal(former).close(id, `link of ${id}`);
  const expiresAtMs = Number.MAX_SAFE_INTEGER;
  return { id, tokenHash: id, sealed, writtenAtMs: atMs, expiresAtMs, attempts: 0 };
}

it('renews the links of all letters that wait, wherever they stand', async () => {
  const letters = await createAccountLetters(mongo);
  const signUps = await createSignUps(mongo);
  const invitations = await createLearnerInvitations(mongo);
  const accountId = randomUUID();
  await mongo.connection
    .collection<{ _id: string }>('accounts')
    .insertOne({ _id: accountId, ...person } as { _id: string });
  for (const kind of KINDS) await letters.put(accountId, kind, letter());
  await signUps.add({ id: randomUUID(), ...person, letter: letter() });
  const invitation = { id: randomUUID(), cohortId: randomUUID(), email: person.email };
  await invitations.add(
    [
      {
        ...inviteLearner(
          { ...invitation, name: 'Mei', invitedBy: accountId },
          { nowMs: atMs, enrolUntilMs: Number.MAX_SAFE_INTEGER },
        ),
        letter: letter(),
      },
    ],
    {
      cohortId: invitation.cohortId,
      invitedAtMs: atMs,
      act: auditEntry({ act: 'learners_invited', atMs, by: null, about: null }),
    },
  );

  const texts = createSealedTexts(mongo, changing);
  expect(await texts.renew()).toBe(KINDS.length + 2);
  expect(await texts.renew()).toBe(0);

  const links = createLinkSeal(changed);
  const due = await letters.takeDue(Date.now(), 10);
  expect(due.map(({ letter: { id, sealed } }) => links.open(id, sealed) === `link of ${id}`)).toEqual([
    true,
    true,
    true,
  ]);
  const begun = await signUps.takeDue(Date.now());
  expect(begun && links.open(begun.letter.id, begun.letter.sealed)).toBe(`link of ${begun?.letter.id}`);
  const invited = await invitations.takeDue(Date.now());
  expect(invited && links.open(invited.letterId, invited.sealed)).toBe(`link of ${invited?.letterId}`);
});

it('leaves alone what opens under neither, and counts such second factors', async () => {
  const factors = mongo.connection.collection<{ _id: string; sealed: string }>('second_factors');
  const [name, strange] = [randomUUID(), createSealing(randomBytes(32)).close('x', 'y')];
  await factors.insertMany([
    { _id: name, sealed: former.close(`second-factor|${name}`, 'secret') },
    { _id: randomUUID(), sealed: strange },
  ]);
  const texts = createSealedTexts(mongo, changing);
  expect(await texts.renew()).toBe(1);
  expect(await texts.closedFactors()).toBe(1);
  expect(await createSealedTexts(mongo, former).closedFactors()).toBe(2);
  expect(await factors.countDocuments({ sealed: strange })).toBe(1);
});

it('passes over a second factor that has passkeys alone: nothing of it is sealed', async () => {
  const factors = mongo.connection.collection<{ _id: string; sealed: string | null }>('second_factors');
  const [alone, name] = [randomUUID(), randomUUID()];
  await factors.insertMany([
    { _id: alone, sealed: null },
    { _id: name, sealed: former.close(`second-factor|${name}`, 'secret') },
  ]);
  const texts = createSealedTexts(mongo, changing);
  expect(await texts.closedFactors()).toBe(0);
  expect(await texts.renew()).toBe(1);
  expect((await factors.findOne({ _id: alone }))?.sealed).toBeNull();
  expect(await createSealedTexts(mongo, changed).closedFactors()).toBe(0);
});
