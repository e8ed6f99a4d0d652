import { authorityOf, decidersOf } from './authority';
import type { Cohort } from './cohort';

const OWNER = 'owner';
const PAID_MS = 1_000;
const staff: Cohort['staff'] = [
  { accountId: OWNER, role: 'owner', appointedAtMs: 0 },
  { accountId: 'before', role: 'class_head', appointedAtMs: PAID_MS },
  { accountId: 'after', role: 'class_head', appointedAtMs: PAID_MS + 1 },
  { accountId: 'early', role: 'class_head' },
  { accountId: 'teacher', role: 'instructor', appointedAtMs: 0 },
];
const of = (accountId: string, firstPaidAtMs: number | null = PAID_MS, isArbiter = false) =>
  authorityOf({ accountId, isArbiter }, { staff }, firstPaidAtMs);

it.each([
  [OWNER, true],
  ['before', true],
  ['after', false],
  ['early', true],
  ['teacher', false],
  ['stranger', false],
])('%s decides as staff: %s', (accountId, isStaffInTime) => {
  expect(of(accountId)).toEqual({ isStaffInTime, isArbiter: false });
});

it('as long as nobody has paid, whoever is appointed decides', () => {
  expect(of('after', null).isStaffInTime).toBe(true);
  expect(decidersOf({ staff }, null)).toEqual([OWNER, 'before', 'after', 'early']);
});

it('the arbiter needs no appointment', () => {
  expect(of('stranger', PAID_MS, true)).toEqual({ isStaffInTime: false, isArbiter: true });
});
