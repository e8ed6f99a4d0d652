import { heldRoles, WAITS_FOR_FACTOR, waitsClaim, waitsIn } from './held-roles';

const ada = { id: 'ada' };
const waiting = { ...ada, waits: ['letters'] };

it('are the roles where nothing waits, and none of them where they wait', () => {
  expect(heldRoles(ada, 'letters', ['owner'])).toEqual(['owner']);
  expect(heldRoles(waiting, 'letters', ['owner', 'instructor'])).toEqual([WAITS_FOR_FACTOR]);
  expect(heldRoles(waiting, 'others', ['owner'])).toEqual(['owner']);
});
it('are nothing for who has no role there, who is not told that anybody waits', () => {
  expect(heldRoles(waiting, 'letters', [])).toEqual([]);
});
it('wait where it is not known which organisation it is, of whoever waits anywhere', () => {
  expect(heldRoles(waiting, null, ['instructor'])).toEqual([WAITS_FOR_FACTOR]);
  expect(heldRoles(ada, null, ['instructor'])).toEqual(['instructor']);
});
it('wait everywhere, where a token cannot name all organisations', () => {
  const many = Array.from({ length: 51 }, (_, index) => `organisation-${index}`);
  expect(waitsClaim(many.slice(1))).toEqual(many.slice(1));
  expect(waitsIn({ ...ada, waits: waitsClaim(many) }, 'organisation-50')).toBe(true);
});
