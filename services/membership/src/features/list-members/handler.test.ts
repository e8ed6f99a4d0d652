import { evolveEnrolment, isMember, type MemberEnrolment } from '../../domain/enrolment';
import { accepted, admitted, applied, seatHeld } from '../../testing/samples';
import { createListMembers } from './handler';

/** More than are looked at in one go. */
const members = Array.from({ length: 1_203 }, (_, index) => memberOf(index + 1));

function memberOf(memberNumber: number): MemberEnrolment {
  const events = [accepted, seatHeld, { ...admitted, memberNumber }];
  const enrolment = events.reduce(evolveEnrolment, evolveEnrolment(null, { ...applied, learnerId: `${memberNumber}` }));
  if (!isMember(enrolment)) throw new Error('the sample was not admitted');
  return enrolment;
}

const list = createListMembers({
  enrolments: {
    members: async (_cohortId, { afterNumber, limit }) => members.slice(afterNumber, afterNumber + limit),
    numbered: async (_cohortId, afterNumber) => members.slice(afterNumber),
    membersNumbered: async (_cohortId, numbers) => members.filter(({ memberNumber }) => numbers.includes(memberNumber)),
  },
  accounts: {
    displayNames: async (ids) => new Map(ids.map((id) => [id, Number(id) % 400 === 0 ? 'Mei' : 'Tom'])),
    byEmail: async () => null,
  },
  cohorts: { load: async () => null },
});

it('finds who stands behind the first of many, and all of them in turn', async () => {
  const asked = { cohortId: 'cohort', accountId: 'owner', q: 'mei', status: undefined };
  const numbers = async (afterNumber: number, limit: number) =>
    (await list({ ...asked, afterNumber, limit })).map(({ member }) => member.memberNumber);
  expect(await numbers(0, 200)).toEqual([400, 800, 1_200]);
  const inTurn = await Promise.all([0, 400, 800, 1_200].map((afterNumber) => numbers(afterNumber, 1)));
  expect(inTurn).toEqual([[400], [800], [1_200], []]);
});

it('reads no more members whole than it takes to fill the page', async () => {
  const read: number[] = [];
  const counting = createListMembers({
    enrolments: {
      members: async () => [],
      numbered: async (_cohortId, afterNumber) => members.slice(afterNumber),
      membersNumbered: async (_cohortId, numbers) => {
        read.push(...numbers);
        return members.filter(({ memberNumber }) => numbers.includes(memberNumber));
      },
    },
    accounts: { displayNames: async (ids) => new Map(ids.map((id) => [id, 'Tom'])), byEmail: async () => null },
    cohorts: { load: async () => null },
  });
  const asked = { cohortId: 'cohort', accountId: 'owner', q: 'tom', status: undefined };
  expect(await counting({ ...asked, afterNumber: 0, limit: 201 })).toHaveLength(201);
  expect(read).toHaveLength(201);
  expect(await counting({ ...asked, q: 'nobody', afterNumber: 0, limit: 201 })).toEqual([]);
  expect(read).toHaveLength(201);
});
