import { accepted, admitted, applied, enrolmentAfter, givenEnrolment, seatHeld } from '../testing/samples';
import type { StaffMember } from './cohort';
import { eraseEnrolment, isOpen, needsOwner } from './erasure';
import type { EnrolmentEvent } from './enrolment';
import { enrolmentMessages } from './messages';

const AT_MS = Date.parse('2026-05-12T04:00:00Z');
const removed: EnrolmentEvent = { type: 'removed', removedOn: '2026-03-09' };
const withdrawn: EnrolmentEvent = { type: 'withdrawn', quitOn: '2026-03-09', atMs: AT_MS };
const settled: EnrolmentEvent = { type: 'settled', atMs: AT_MS };
const member = [accepted, seatHeld, admitted];

it.each([
  ['applied', [], false],
  ['has accepted the rules', [accepted], false],
  ['holds a seat', [accepted, seatHeld], true],
  ['is a member', member, true],
  ['is out, not settled', [...member, removed], true],
  ['is out and settled', [...member, removed, settled], false],
  ['quit, not settled', [...member, withdrawn], true],
  ['quit and settled', [...member, withdrawn, settled], false],
  ['completed', [...member, { type: 'completed', atMs: AT_MS }], false],
  ['was let go', [...member, { type: 'cancelled', reason: 'cooling_off', paidAtMs: null, atMs: AT_MS }], false],
] satisfies [string, EnrolmentEvent[], boolean][])('who %s: open is as expected', (_what, events, expected) => {
  expect(isOpen(enrolmentAfter(...events))).toBe(expected);
});

it('a cohort needs its owner from its publishing to its settlement, and nobody else of its staff', () => {
  const staff: StaffMember[] = [
    { accountId: 'owner', role: 'owner' },
    { accountId: 'head', role: 'class_head' },
  ];
  const cohort = (status: 'draft' | 'published' | 'cancelled', settledAtMs: number | null) => ({
    status,
    settledAtMs,
    staff,
  });
  expect(needsOwner(cohort('published', null), 'owner')).toBe(true);
  expect(needsOwner(cohort('published', null), 'head')).toBe(false);
  expect(needsOwner(cohort('published', AT_MS), 'owner')).toBe(false);
  expect(needsOwner(cohort('draft', null), 'owner')).toBe(false);
  expect(needsOwner(cohort('cancelled', null), 'owner')).toBe(false);
});

it('is told once', () => {
  const erasure: EnrolmentEvent = { type: 'erased', atMs: AT_MS };
  givenEnrolment(...member, settled)
    .when((enrolment) => eraseEnrolment(enrolment, AT_MS))
    .then(erasure);
  const erased = enrolmentAfter(...member, settled, erasure);
  expect(enrolmentMessages(erasure, erased)).toEqual([
    {
      topic: 'membership.enrolment',
      type: 'membership.enrolment-erased.v1',
      data: { enrolmentId: applied.enrolmentId, cohortId: applied.cohortId, erasedAt: '2026-05-12T04:00:00.000Z' },
    },
  ]);
  expect(eraseEnrolment(erased, AT_MS + 1)).toEqual([]);
  expect(eraseEnrolment(null, AT_MS)).toEqual([]);
});
