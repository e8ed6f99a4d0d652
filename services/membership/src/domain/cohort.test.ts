import { openCohort } from './apply';
import { cancelCohort, finishCancellation } from './cancel-cohort';
import { appointStaff, dismissStaff, MAX_STAFF } from './change-staff';
import { evolveCohort, type Cohort, type CohortEvent } from './cohort';
import { cohortMessage } from './cohort-messages';
import { draftCohort, editDraft } from './draft-cohort';
import { followSettlement } from './follow-settlement';
import { publishCohort } from './publish-cohort';
import { content, DAY_MS, policy, publishedCohort, startMs, weekBeforeMs as nowMs } from './testing/samples';

const founding = { cohortId: 'cohort', organisationId: 'org', ownerId: 'owner' };
const after = (...events: CohortEvent[]): Cohort => {
  const cohort = events.reduce<Cohort | null>(evolveCohort, null);
  if (!cohort) throw new Error('no events');
  return cohort;
};
const draft = (changes: Partial<typeof content> = {}): Cohort => after({ type: 'drafted', ...founding, content: { ...content, ...changes } });
const cancelled = (cohort: Cohort) => evolveCohort(cohort, { type: 'cancelled', reason: 'no teacher', atMs: nowMs });

describe('a draft', () => {
  it('needs a title only', () => {
    expect(draftCohort(null, { ...founding, content: { title: 'Write daily' } })).toMatchObject([
      { type: 'drafted', ownerId: 'owner', content: { title: 'Write daily', policy: null, rules: [], passphrase: null, capacity: null } },
    ]);
  });
  it('refuses passphrase_not_in_rules, naming the field', () => {
    expect(draftCohort(null, { ...founding, content: { ...content, passphrase: 'red crane' } }))
      .toMatchObject({ refused: 'passphrase_not_in_rules', fields: [{ path: 'passphrase' }] });
    expect(editDraft(draft(), { rules: [{ title: 'blue heron', text: 'Only the title has it.' }] })).toMatchObject({ refused: 'passphrase_not_in_rules' });
  });
  it('counts a version up for the policy and for the rules, each when it changes', () => {
    expect(editDraft(draft(), { title: 'Draw daily', policy: { ...policy } })).toMatchObject([{ type: 'edited', policyVersion: 1, rulesVersion: 1, content: { title: 'Draw daily', capacity: 3 } }]);
    expect(editDraft(draft(), { policy: { ...policy, days: 11 } })).toMatchObject([{ policyVersion: 2, rulesVersion: 1 }]);
    expect(editDraft(draft(), { passphrase: 'be kind' })).toMatchObject([{ policyVersion: 1, rulesVersion: 2 }]);
  });
  it('cannot be edited any more once published', () => {
    expect(editDraft(publishedCohort(), { title: 'Late' })).toMatchObject({ refused: 'not_a_draft' });
    expect(editDraft(null, { title: 'Late' })).toMatchObject({ refused: 'not_found' });
  });
});

describe('publishing', () => {
  it('says everything that is missing at once', () => {
    const bare = after({ type: 'drafted', ...founding, content: { ...content, policy: null, passphrase: null, rules: [] } });
    expect(publishCohort(bare, nowMs)).toMatchObject({ refused: 'cohort_incomplete', fields: [{ path: 'policy' }, { path: 'rules' }, { path: 'passphrase' }] });
  });
  it('closes enrolment with the first plan day of the cohort\'s zone unless said otherwise', () => {
    const unsaid = after({ type: 'drafted', ...founding, content: { ...content, enrolUntilMs: null } });
    expect(publishCohort(unsaid, nowMs)).toMatchObject([{ type: 'published', content: { enrolUntilMs: startMs + DAY_MS } }]);
    expect(publishCohort(draft({ enrolUntilMs: 5 }), nowMs)).toMatchObject([{ content: { enrolUntilMs: 5 } }]);
  });
  it('again changes nothing; after a cancellation it is refused', () => {
    expect(publishCohort(publishedCohort(), nowMs)).toEqual([]);
    expect(publishCohort(cancelled(draft()), nowMs)).toMatchObject({ refused: 'not_a_draft' });
    expect(publishCohort(null, nowMs)).toMatchObject({ refused: 'not_found' });
  });
});

describe('staff', () => {
  it('is appointed, changed and dismissed', () => {
    const cohort = publishedCohort();
    const events = appointStaff(cohort, { accountId: 'ida', role: 'instructor' }) as CohortEvent[];
    expect(events).toMatchObject([{ staff: [{ accountId: 'owner', role: 'owner' }, { accountId: 'ida', role: 'instructor' }] }]);
    const staffed = events.reduce(evolveCohort, cohort as Cohort);
    expect(appointStaff(staffed, { accountId: 'ida', role: 'instructor' })).toEqual([]);
    expect(appointStaff(staffed, { accountId: 'ida', role: 'class_head' })).toMatchObject([{ staff: [{ role: 'owner' }, { role: 'class_head' }] }]);
    expect(dismissStaff(staffed, 'ida')).toMatchObject([{ staff: [{ accountId: 'owner' }] }]);
  });
  it('always has its owner', () => {
    expect(appointStaff(publishedCohort(), { accountId: 'owner', role: 'committee' })).toMatchObject({ refused: 'owner_stays' });
    expect(dismissStaff(publishedCohort(), 'owner')).toMatchObject({ refused: 'owner_stays' });
    expect(dismissStaff(publishedCohort(), 'nobody')).toEqual([]);
  });
  it('is bounded, and of no use in a cancelled cohort', () => {
    const many = Array.from({ length: MAX_STAFF }, (_, index) => ({ accountId: `a${index}`, role: 'instructor' as const }));
    expect(appointStaff({ ...publishedCohort(), staff: many }, { accountId: 'ida', role: 'instructor' })).toMatchObject({ refused: 'too_many_staff' });
    expect(appointStaff(cancelled(publishedCohort()), { accountId: 'ida', role: 'instructor' })).toMatchObject({ refused: 'cohort_not_open' });
    expect(appointStaff(null, { accountId: 'ida', role: 'instructor' })).toMatchObject({ refused: 'not_found' });
    expect(dismissStaff(null, 'ida')).toMatchObject({ refused: 'not_found' });
  });
});

describe('cancelling', () => {
  it('once; enrolments of a published cohort still have to follow', () => {
    expect(cancelCohort(publishedCohort(), { reason: 'no teacher', nowMs })).toEqual([{ type: 'cancelled', reason: 'no teacher', atMs: nowMs }]);
    expect(cancelCohort(cancelled(publishedCohort()), { reason: 'again', nowMs })).toEqual([]);
    expect(cancelCohort(null, { reason: 'what', nowMs })).toMatchObject({ refused: 'not_found' });
    expect(cancelled(publishedCohort())).toMatchObject({ enrolmentsCancelled: false });
    expect(cancelled(draft())).toMatchObject({ enrolmentsCancelled: true });
  });
  it('is finished when all have followed', () => {
    expect(finishCancellation(cancelled(publishedCohort()))).toEqual([{ type: 'enrolments-cancelled' }]);
    expect(finishCancellation(cancelled(draft()))).toEqual([]);
    expect(finishCancellation(publishedCohort())).toEqual([]);
  });
});

describe('settled by check-in', () => {
  it('is noted once, and nobody comes in any more', () => {
    expect(followSettlement(publishedCohort(), nowMs)).toEqual([{ type: 'settled', atMs: nowMs }]);
    const settled = evolveCohort(publishedCohort(), { type: 'settled', atMs: nowMs });
    expect(followSettlement(settled, nowMs + 1)).toEqual([]);
    // It had begun before the owner cancelled: it stands, and nobody leaves with everything back.
    expect(evolveCohort(cancelled(publishedCohort()), { type: 'settled', atMs: nowMs })).toEqual(settled);
    expect(followSettlement(null, nowMs)).toEqual([]);
    expect(openCohort(publishedCohort(), nowMs)).toMatchObject({ status: 'published' });
    expect(openCohort(settled, nowMs)).toMatchObject({ refused: 'cohort_not_open' });
    expect(cancelCohort(settled, { reason: 'too late', nowMs })).toMatchObject({ refused: 'cohort_settled' });
  });
});

describe('others hear', () => {
  const staffChanged: CohortEvent = { type: 'staff-changed', staff: [] };

  it('of a published cohort, without its passphrase field', () => {
    const cohort = publishedCohort();
    const message = cohortMessage({ type: 'published', content, atMs: nowMs }, cohort);
    expect(message).toMatchObject({ type: 'membership.cohort-published.v1', data: { cohortId: 'cohort', capacity: 3, staff: [{ role: 'owner' }] } });
    expect(JSON.stringify(message)).not.toContain('blue heron');
    expect(cohortMessage(staffChanged, cohort)).toMatchObject({ type: 'membership.cohort-staff-changed.v1' });
  });
  it('nothing of a draft, not even its cancellation', () => {
    const event: CohortEvent = { type: 'cancelled', reason: 'no teacher', atMs: nowMs };
    expect(cohortMessage(staffChanged, draft())).toBeNull();
    expect(cohortMessage(event, cancelled(draft()))).toBeNull();
    expect(cohortMessage(event, cancelled(publishedCohort()))).toMatchObject({ type: 'membership.cohort-cancelled.v1' });
  });
});

it.each<[string, Cohort, CohortEvent, RegExp]>([
  ['edited once published', publishedCohort(), { type: 'edited', content, policyVersion: 2, rulesVersion: 1 }, /edited on a published cohort/],
  ['published twice', publishedCohort(), { type: 'published', content, atMs: nowMs }, /published on a published cohort/],
  ['done cancelling before it is cancelled', publishedCohort(), { type: 'enrolments-cancelled' }, /before their cohort/],
])('a cohort cannot be %s', (_what, cohort, event, why) => {
  expect(() => evolveCohort(cohort, event)).toThrow(why);
});
