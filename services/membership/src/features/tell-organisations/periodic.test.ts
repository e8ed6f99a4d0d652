import { randomUUID } from 'node:crypto';
import { membershipUnderTest, type Membership } from '../../testing/membership';

let membership: Membership;
beforeAll(async () => {
  membership = await membershipUnderTest();
});
afterAll(() => membership?.stop());

const told = (organisationId: string) =>
  membership.env.nextMessage('membership.organisation', ({ subject }) => subject === organisationId, 60_000);

it('tells of an organisation when it is founded, and once', async () => {
  const { body } = await membership.post(membership.owner, '/organisations', { name: 'Morning pages' }).expect(201);
  expect(await told(body.id)).toMatchObject({
    type: 'membership.organisation-founded.v1',
    streamseq: 1,
    data: { organisationId: body.id, ownerId: membership.owner.id },
  });
  const founding = await membership.mongo.connection.collection('foundings').findOne({ _id: body.id });
  expect(founding).toMatchObject({ seq: { 'membership/organisation': 1 } });
});

it('tells of those that were founded before it was told at all', async () => {
  const [organisationId, ownerId] = [randomUUID(), randomUUID()];
  const organisations = membership.mongo.connection.collection<{ _id: string; name: string; ownerId: string }>(
    'organisations',
  );
  await organisations.insertOne({ _id: organisationId, name: 'Older', ownerId });
  expect(await told(organisationId)).toMatchObject({ streamseq: 1, data: { organisationId, ownerId } });
});
