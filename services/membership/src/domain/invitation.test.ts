import { invite, isOpen } from './invitation';

const order = { id: 'i1', cohortId: 'c1', email: 'ida@example.org', role: 'instructor', invitedBy: 'o1' } as const;

it('an invitation lapses after fourteen days, unless it was just being accepted', () => {
  const invitation = invite(order, 1_000);
  const endMs = 1_000 + 14 * 86_400_000;
  expect(isOpen(invitation, endMs - 1)).toBe(true);
  expect(isOpen(invitation, endMs)).toBe(false);
  expect(isOpen({ ...invitation, status: 'taken' }, endMs)).toBe(true);
});
it.each(['accepted', 'withdrawn'] as const)('one that is %s cannot be accepted', (status) => {
  expect(isOpen({ ...invite(order, 0), status }, 1)).toBe(false);
});
