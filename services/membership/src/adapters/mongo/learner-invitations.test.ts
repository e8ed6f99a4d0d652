import { randomUUID } from 'node:crypto';
import { connectMongo, createLogger, type MongoConnection } from '@daka/service-kit';
import { auditEntry } from '../../domain/audit';
import { inviteLearner, type LearnerLetter } from '../../domain/learner-invitation';
import { createLearnerInvitations } from './learner-invitations';

const DAY_MS = 86_400_000;
const NOW_MS = Date.parse('2026-03-01T00:00:00Z');
const LATER_MS = NOW_MS + DAY_MS;
let mongo: MongoConnection;

beforeAll(async () => {
  const logger = createLogger({ service: 'invitations-test', level: 'silent' });
  const db = `invitations_test_${randomUUID().slice(0, 8)}`;
  mongo = await connectMongo({ url: process.env['MONGO_URL'] ?? '', db, logger });
});
afterAll(async () => {
  await mongo?.connection.dropDatabase();
  await mongo?.stop();
});

const letter = (): LearnerLetter => ({ id: randomUUID(), tokenHash: randomUUID(), sealed: 'sealed' });
const act = auditEntry({ act: 'learners_invited', atMs: NOW_MS, by: null });

async function invited() {
  const invitations = await createLearnerInvitations(mongo);
  const cohortId = randomUUID();
  const order = { id: randomUUID(), cohortId, email: 'mei@example.org', name: 'Mei', invitedBy: randomUUID() };
  const invitation = inviteLearner(order, { nowMs: NOW_MS, enrolUntilMs: LATER_MS + DAY_MS });
  const first = letter();
  await invitations.add([{ ...invitation, letter: first }], { cohortId, invitedAtMs: NOW_MS, act });
  const known = await invitations.load(invitation.id);
  if (known === null) throw new Error('nobody was invited');
  const again = { ...invitation, letters: 2, writtenAtMs: LATER_MS };
  return { invitations, known, first, again };
}

it('sends the later letter, also when the earlier one is done with only then', async () => {
  const { invitations, known, first, again } = await invited();
  expect(await invitations.takeDue(NOW_MS)).toMatchObject({ id: known.id, letterId: first.id });
  const second = letter();
  expect(await invitations.resend(known, { ...again, letter: second }, act)).toBe(true);
  await invitations.told(known.id, first.id);
  expect(await invitations.takeDue(LATER_MS)).toMatchObject({ letterId: second.id, attempts: 1, sealed: 'sealed' });
  await invitations.told(known.id, second.id);
  expect(await invitations.takeDue(LATER_MS + DAY_MS)).toBeNull();
});

it('is sent again only as it was seen: not once it was used, taken back or written of meanwhile', async () => {
  const { invitations, known, first, again } = await invited();
  const resend = () => invitations.resend(known, { ...again, letter: letter() }, act);
  expect(await invitations.withdraw(known.id, NOW_MS, act)).toBe(true);
  expect(await invitations.withdraw(known.id, NOW_MS, act)).toBe(false);
  expect(await resend()).toBe(false);
  expect(await invitations.use(first.tokenHash, NOW_MS)).toBe('withdrawn');
  expect(await invitations.takeDue(LATER_MS)).toBeNull();
  const other = await invited();
  expect(await other.invitations.use(other.first.tokenHash, NOW_MS)).toMatchObject({ id: other.known.id });
  expect(await other.invitations.resend(other.known, { ...other.again, letter: letter() }, act)).toBe(false);
  expect(await other.invitations.withdraw(other.known.id, NOW_MS, act)).toBe(false);
  const third = await invited();
  const twice = [letter(), letter()].map((one) =>
    third.invitations.resend(third.known, { ...third.again, letter: one }, act),
  );
  expect((await Promise.all(twice)).sort()).toEqual([false, true]);
});
