import { iso, type Refused } from '@daka/contracts';
import { DEFAULT_PLATFORM_BOUNDS, type Policy } from '@daka/rules';
import { openCohort } from './apply';
import { cancelCohort, finishCancellation } from './cancel-cohort';
import { appointStaff, dismissStaff, MAX_STAFF } from './change-staff';
import {
  type Change,
  evolveCohort,
  type Cohort,
  type CohortContent,
  type CohortEvent,
  type CompleteContent,
  type StaffMember,
} from './cohort';
import { type ContentChange, draftCohort, noTexts } from './draft-cohort';
import { editCohort, MAX_SLUGS } from './edit-cohort';
import { followSettlement } from './follow-settlement';
import { publishCohort } from './publish-cohort';
import {
  content,
  DAY_MS,
  founding,
  givenDraft,
  givenNoCohort,
  givenPublished,
  policy,
  startMs,
  weekBeforeMs as nowMs,
} from '../testing/samples';

const cancelled: CohortEvent = { type: 'cancelled', reason: 'no teacher', atMs: nowMs };
const amounts = { currency: 'CNY', members: 3, poolMinor: 10, bonusMinor: 8, organiserMinor: 1, charityMinor: 1 };
const settled: CohortEvent = { type: 'settled', atMs: nowMs, outcome: { ...amounts, completed: 2, perfect: 1 } };
type Decides = (cohort: Cohort | null) => ReturnType<typeof editCohort>;

describe('a draft', () => {
  const drafts = (written: ContentChange & { title: string }) => (cohort: Cohort | null) =>
    draftCohort(cohort, { ...founding, content: written, atMs: nowMs });
  const edits =
    (change: ContentChange): Decides =>
    (cohort) =>
      editCohort(cohort, change, nowMs);
  const edited = (changes: Partial<CohortContent>, policyVersion: number, rulesVersion: number): CohortEvent => ({
    type: 'edited',
    content: { ...content, ...changes },
    policyVersion,
    rulesVersion,
  });

  it('needs a title only', () => {
    const empty = { ...noTexts, policy: null, rules: [], passphrase: null, capacity: null, enrolUntilMs: null };
    const defaults = { groupSize: 50, appealDays: 3 };
    givenNoCohort
      .when(drafts({ title: 'Write daily' }))
      .then({ type: 'drafted', ...founding, content: { title: 'Write daily', ...empty, ...defaults }, atMs: nowMs });
  });
  it('refuses passphrase_not_in_rules, naming the field', () => {
    expect(givenNoCohort.when(drafts({ ...content, passphrase: 'red crane' })).outcome).toMatchObject({
      refused: 'passphrase_not_in_rules',
      fields: [{ path: 'passphrase' }],
    });
    givenDraft()
      .when(edits({ rules: [{ title: 'blue heron', text: 'Only the title has it.' }] }))
      .refuses('passphrase_not_in_rules');
  });
  it('counts a version up for the policy and for the rules, each when it changes', () => {
    const retitled = { title: 'Draw daily', policy: { ...policy } };
    givenDraft()
      .when(edits(retitled))
      .then(edited(retitled, 1, 1));
    const longer = { policy: { ...policy, days: 11 } };
    givenDraft()
      .when(edits(longer))
      .then(edited(longer, 2, 1));
    givenDraft()
      .when(edits({ passphrase: 'be kind' }))
      .then(edited({ passphrase: 'be kind' }, 1, 2));
  });
  it('is gone for all but its staff once it is cancelled, and gives its address free', () => {
    givenNoCohort.when(edits({ title: 'Late' })).refuses('not_found');
    givenDraft({}, cancelled)
      .when(edits({ title: 'Late' }))
      .refuses('cohort_not_open');
    expect(givenDraft({ slug: 'write-daily' }).state).toMatchObject({ slugs: ['write-daily'] });
    expect(givenDraft({ slug: 'write-daily' }, cancelled).state).toMatchObject({ slugs: [] });
    expect(openCohort(givenDraft({}, cancelled).state, 'Asia/Shanghai', nowMs)).toMatchObject({ refused: 'not_found' });
  });
});

describe('a published cohort', () => {
  const edits =
    (change: ContentChange, atMs = nowMs): Decides =>
    (cohort) =>
      editCohort(cohort, change, atMs);
  const revised = (changes: Partial<CompleteContent>, told: readonly Change[] = [], atMs = nowMs): CohortEvent => ({
    type: 'revised',
    content: { ...content, ...changes },
    changes: told,
    atMs,
  });
  const fieldsOf = (change: ContentChange) =>
    (givenPublished().when(edits(change)).outcome as Refused).fields?.map(({ path }) => path);

  it('may say more, grow, and enrol until another instant before the last day closes', () => {
    const more = { title: 'Write every day', forWhom: 'early birds', capacity: 5, enrolUntilMs: startMs + 9 * DAY_MS };
    const given = givenPublished().when(edits(more));
    given.then(
      revised(more, [
        { field: 'title', from: content.title, to: 'Write every day' },
        { field: 'capacity', from: String(content.capacity), to: '5' },
        { field: 'enrolUntil', from: iso(content.enrolUntilMs), to: iso(startMs + 9 * DAY_MS) },
        { field: 'forWhom', from: null, to: null },
      ]),
    );
    expect(evolveCohort(givenPublished().state, revised(more))).toMatchObject({ offerToFollow: true });
    expect(evolveCohort(givenPublished().state, revised({ forWhom: 'owls' }))).toMatchObject({ offerToFollow: false });
    givenPublished()
      .when(edits({ enrolUntilMs: null }))
      .then();
  });
  it.each<[string, ContentChange]>([
    ['policy', { policy: { ...policy, days: 9 } }],
    ['rules', { rules: [{ title: 'Less', text: 'blue heron' }] }],
    ['passphrase', { passphrase: 'be kind' }],
    ['groupSize', { groupSize: 3 }],
    ['appealDays', { appealDays: 1 }],
    ['capacity', { capacity: 2 }],
    ['capacity', { capacity: null }],
  ])('keeps its %s, by which people joined', (path, change) => {
    givenPublished().when(edits(change)).refuses('already_promised');
    expect(fieldsOf(change)).toEqual([path]);
  });
  it('takes what is as it was for no change', () => {
    givenPublished()
      .when(edits({ policy: { ...policy }, rules: [...content.rules], capacity: content.capacity }))
      .then();
  });
  it('enrols nobody after the last day, and closes at once when asked with a clock that is a little slow', () => {
    givenPublished()
      .when(edits({ enrolUntilMs: startMs + 10 * DAY_MS + 1 }))
      .refuses('invalid_change');
    givenPublished()
      .when(edits({ enrolUntilMs: nowMs - DAY_MS }))
      .refuses('invalid_change');
    givenPublished()
      .when(edits({ enrolUntilMs: nowMs - 1_000 }))
      .then(
        revised({ enrolUntilMs: nowMs - 1_000 }, [
          { field: 'enrolUntil', from: iso(content.enrolUntilMs), to: iso(nowMs - 1_000) },
        ]),
      );
  });
  it('keeps every address that it had, and no more than it can remember', () => {
    const slugs = Array.from({ length: MAX_SLUGS }, (_, index) => `write-${index}`);
    const given = givenPublished(...slugs.map((slug) => revised({ slug })));
    expect(given.state).toMatchObject({ slugs });
    expect(evolveCohort(given.state, revised({ slug: 'write-0' }))).toMatchObject({
      slugs: [...slugs.slice(1), 'write-0'],
    });
    given.when(edits({ slug: 'write-more' })).refuses('invalid_change');
    const before = `write-${MAX_SLUGS - 1}`;
    given
      .when(edits({ slug: 'write-3' }))
      .then(revised({ slug: 'write-3' }, [{ field: 'slug', from: before, to: 'write-3' }]));
  });
  it('is as it is once it is settled or cancelled', () => {
    givenPublished(settled)
      .when(edits({ title: 'Better' }))
      .refuses('cohort_not_open');
    givenPublished(cancelled)
      .when(edits({ title: 'Better' }))
      .refuses('cohort_not_open');
  });
});

describe('publishing', () => {
  const shared = (forfeits: Partial<Policy['forfeits']>) => ({ forfeits: { ...policy.forfeits, ...forfeits } });
  const publishes = (cohort: Cohort | null) => publishCohort(cohort, { nowMs, bounds: DEFAULT_PLATFORM_BOUNDS });

  it('says everything that is missing at once', () => {
    expect(givenDraft({ policy: null, passphrase: null, rules: [] }).when(publishes).outcome).toMatchObject({
      refused: 'cohort_incomplete',
      fields: [{ path: 'policy' }, { path: 'rules' }, { path: 'passphrase' }],
    });
  });
  it("closes enrolment with the first plan day of the cohort's zone unless said otherwise", () => {
    const published = (enrolUntilMs: number): CohortEvent => ({
      type: 'published',
      content: { ...content, enrolUntilMs },
      atMs: nowMs,
    });
    givenDraft({ enrolUntilMs: null })
      .when(publishes)
      .then(published(startMs + DAY_MS));
    givenDraft({ enrolUntilMs: startMs }).when(publishes).then(published(startMs));
  });
  it.each<[string, Parameters<typeof givenDraft>[0], string]>([
    [
      'a deposit that cannot be charged',
      { policy: { ...policy, depositMinor: 1, entryFeeMinor: 0 } },
      'policy.depositMinor',
    ],
    [
      'a plan without a required day',
      { policy: { ...policy, restDays: { weekdays: [1, 2, 3, 4, 5, 6, 7], dates: [] } } },
      'policy.restDays',
    ],
    [
      'more characters than an entry holds',
      { policy: { ...policy, checkIn: { ...policy.checkIn, minCharacters: 200_000 } } },
      'policy.checkIn.minCharacters',
    ],
    ['a plan that is over', { policy: { ...policy, startsOn: '2001-01-01' } }, 'policy.startsOn'],
    ['an end of enrolment in 2001', { enrolUntilMs: Date.UTC(2001, 0) }, 'enrolUntil'],
  ])('is refused for %s, and the field named', (_, changes, path) => {
    expect(givenDraft(changes).when(publishes).outcome).toMatchObject({
      refused: 'policy_unfulfillable',
      fields: [{ path }],
    });
  });
  it.each<[string, Partial<Policy>, string]>([
    ['make-ups for ever', { makeUp: { windowDays: null, quota: null } }, 'policy.makeUp.endsOn'],
    ['no time to review', { checkIn: { ...policy.checkIn, reviewDays: 0 } }, 'policy.checkIn.reviewDays'],
    [
      'a large share of the organiser',
      shared({ finishersBps: 7_999, organiserBps: 2_001 }),
      'policy.forfeits.organiserBps',
    ],
    ['an organiser who inherits', shared({ ifNoFinishers: 'organiser' }), 'policy.forfeits.ifNoFinishers'],
    ['a charity that has no name', shared({ ifNoFinishers: 'charity' }), 'policy.charity'],
    ['a cooling-off of most days', { coolingOffDays: 4 }, 'policy.coolingOffDays'],
  ])('is refused where a policy takes more than the platform lets it: %s', (_, changes, path) => {
    expect(givenDraft({ policy: { ...policy, ...changes } }).when(publishes).outcome).toMatchObject({
      refused: 'policy_unfulfillable',
      fields: [{ path }],
    });
  });
  it('leaves time to appeal, and takes what the platform allows by its settings', () => {
    expect(givenDraft({ appealDays: 2 }).when(publishes).outcome).toMatchObject({ fields: [{ path: 'appealDays' }] });
    const generous = { mostOrganiserBps: 5_000, organiserMayInherit: true };
    const greedy = shared({ finishersBps: 5_000, organiserBps: 5_000, ifNoFinishers: 'organiser' });
    const { outcome } = givenDraft({ policy: { ...policy, ...greedy } }).when((cohort) =>
      publishCohort(cohort, { nowMs, bounds: generous }),
    );
    expect(outcome).toMatchObject([{ type: 'published' }]);
  });
  it('again changes nothing; after a cancellation it is refused', () => {
    givenPublished().when(publishes).then();
    givenDraft({}, cancelled).when(publishes).refuses('not_a_draft');
    givenNoCohort.when(publishes).refuses('not_found');
  });
});

describe('staff', () => {
  type Role = Parameters<typeof appointStaff>[1]['role'];
  const APPOINTED_MS = 9_000;
  const owner = givenPublished().state!.staff[0]!;
  const appoints = (accountId: string, role: Role) => (cohort: Cohort | null) =>
    appointStaff(cohort, { accountId, role, atMs: APPOINTED_MS });
  const dismisses = (accountId: string) => (cohort: Cohort | null) => dismissStaff(cohort, accountId);
  const staffed = (...staff: StaffMember[]): CohortEvent => ({ type: 'staff-changed', staff: [owner, ...staff] });
  const ida = (role: Role): StaffMember => ({ accountId: 'ida', role, appointedAtMs: APPOINTED_MS });

  it('is appointed, changed and dismissed', () => {
    givenPublished()
      .when(appoints('ida', 'instructor'))
      .then(staffed(ida('instructor')));
    const given = givenPublished(staffed(ida('instructor')));
    given.when(appoints('ida', 'instructor')).then();
    given.when(appoints('ida', 'class_head')).then(staffed(ida('class_head')));
    given.when(dismisses('ida')).then(staffed());
  });
  it('stays on the staff since the first role, and unknown where it is not known', () => {
    const known = { accountId: 'ida', appointedAtMs: 1 };
    givenPublished(staffed({ ...known, role: 'instructor' }))
      .when(appoints('ida', 'class_head'))
      .then(staffed({ ...known, role: 'class_head' }));
    givenPublished(staffed({ accountId: 'ida', role: 'instructor' }))
      .when(appoints('ida', 'class_head'))
      .then(staffed({ accountId: 'ida', role: 'class_head' }));
  });
  it('always has its owner', () => {
    givenPublished().when(appoints('owner', 'committee')).refuses('owner_stays');
    givenPublished().when(dismisses('owner')).refuses('owner_stays');
    givenPublished().when(dismisses('nobody')).then();
  });
  it('is bounded, and of no use in a cancelled cohort', () => {
    const others = Array.from({ length: MAX_STAFF - 1 }, (_, index): StaffMember => ({
      accountId: `a${index}`,
      role: 'instructor',
    }));
    givenPublished(staffed(...others))
      .when(appoints('ida', 'instructor'))
      .refuses('too_many_staff');
    givenPublished(cancelled).when(appoints('ida', 'instructor')).refuses('cohort_not_open');
    givenNoCohort.when(appoints('ida', 'instructor')).refuses('not_found');
    givenNoCohort.when(dismisses('ida')).refuses('not_found');
  });
});

describe('cancelling', () => {
  const cancels = (cohort: Cohort | null) => cancelCohort(cohort, { reason: 'no teacher', nowMs });

  it('once; enrolments of a published cohort still have to follow', () => {
    givenPublished().when(cancels).then(cancelled);
    givenPublished(cancelled).when(cancels).then();
    givenNoCohort.when(cancels).refuses('not_found');
    expect(givenPublished(cancelled).state).toMatchObject({ enrolmentsCancelled: false });
    expect(givenDraft({}, cancelled).state).toMatchObject({ enrolmentsCancelled: true });
  });
  it('is finished when all have followed', () => {
    givenPublished(cancelled).when(finishCancellation).then({ type: 'enrolments-cancelled' });
    givenDraft({}, cancelled).when(finishCancellation).then();
    givenPublished().when(finishCancellation).then();
  });
});

describe('settled by check-in', () => {
  const settles = (atMs: number) => (cohort: Cohort | null) =>
    followSettlement(cohort, { ...amounts, completed: 2, perfect: 1, settledAt: iso(atMs) });

  it('is noted once, and nobody comes in any more', () => {
    givenPublished().when(settles(nowMs)).then(settled);
    givenPublished(settled)
      .when(settles(nowMs + 1))
      .then();
    givenNoCohort.when(settles(nowMs)).then();
    givenPublished()
      .when((cohort) => followSettlement(cohort, { ...amounts, settledAt: iso(nowMs) }))
      .then({ ...settled, outcome: { ...amounts, completed: null, perfect: null } });
    expect(openCohort(givenPublished().state, 'Asia/Shanghai', nowMs)).toMatchObject({ status: 'published' });
    expect(openCohort(givenPublished(settled).state, 'Asia/Shanghai', nowMs)).toMatchObject({
      refused: 'cohort_not_open',
    });
    givenPublished(settled)
      .when((cohort) => cancelCohort(cohort, { reason: 'too late', nowMs }))
      .refuses('cohort_settled');
  });
  it('stands where it had begun before the owner cancelled: nobody leaves with everything back', () => {
    expect(givenPublished(cancelled, settled).state).toEqual(givenPublished(settled).state);
  });
});

it.each<[string, CohortEvent, RegExp]>([
  [
    'edited once published',
    { type: 'edited', content, policyVersion: 2, rulesVersion: 1 },
    /edited on a published cohort/,
  ],
  ['published twice', { type: 'published', content, atMs: nowMs }, /published on a published cohort/],
  ['done cancelling before it is cancelled', { type: 'enrolments-cancelled' }, /before their cohort/],
])('a cohort cannot be %s', (_what, event, why) => {
  expect(() => evolveCohort(givenPublished().state, event)).toThrow(why);
});
