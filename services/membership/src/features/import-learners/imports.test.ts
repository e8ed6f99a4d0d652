import { randomUUID } from 'node:crypto';
import { membershipWithMailbox, type SignedUp } from '../../testing/letters';
import { WEEK_BEFORE } from '../../testing/membership';

type Membership = Awaited<ReturnType<typeof membershipWithMailbox>>;
let membership: Membership;
let owner: SignedUp;
let instructor: SignedUp;
let cohortId: string;

beforeAll(async () => {
  membership = await membershipWithMailbox();
  [owner, instructor] = [await membership.proven(), await membership.proven()];
  const organisationId = (await membership.post(owner, '/organisations', { name: 'Letters' }).expect(201)).body.id;
  cohortId = await membership.cohortOf(owner, organisationId, { title: 'Quiet mornings' });
  const offer = { email: instructor.email, role: 'instructor' };
  const { body } = await membership.post(owner, `/cohorts/${cohortId}/invitations`, offer).expect(201);
  await membership.post(instructor, `/invitations/${body.id}/acceptance`).expect(200);
}, 120_000);
afterAll(() => membership?.stop());

const tableOf = (...people: [string, string][]) => ['name,email', ...people.map((one) => one.join(','))].join('\n');
const somebody = () => `${randomUUID()}@example.org`;
const check = (csv: string, who = owner) =>
  membership.post(who, `/cohorts/${cohortId}/learner-invitations/check`, { csv });
const run = (csv: string, digest: string, key = randomUUID(), who = owner) =>
  membership.post(who, `/cohorts/${cohortId}/learner-invitations`, { csv, digest }).set('Idempotency-Key', key);
const use = (token: string) => membership.http.post('/learner-invitations/use').send({ token });

describe('an import of learners', () => {
  it('tries first, then does exactly that, once: a letter each, which names nobody', async () => {
    const [mei, tom] = [somebody(), somebody()];
    const csv = tableOf(['Mei Lin', mei], ['Tom', tom]);
    const { body: tried } = await check(csv).expect(200);
    expect(tried).toMatchObject({
      lines: 2,
      invited: [
        { line: 2, name: 'Mei Lin', email: mei },
        { line: 3, name: 'Tom', email: tom },
      ],
      known: [],
      problems: [],
    });
    expect(membership.mailbox.mails(mei)).toEqual([]);
    const key = randomUUID();
    const [first, again] = await Promise.all([run(csv, tried.digest, key), run(csv, tried.digest, key)]);
    expect([first.status, again.status].sort()).toEqual(expect.arrayContaining([201]));
    const [letter] = await membership.letters(mei);
    expect(letter?.text).toMatch(/\/invited#[\w-]{43}$/m);
    for (const told of ['Mei', 'Letters', 'Quiet mornings', owner.id]) expect(letter?.text).not.toContain(told);
    await membership.letters(tom);
    const { body: later } = await check(csv).expect(200);
    expect(later).toMatchObject({ invited: [], known: [{ email: mei }, { email: tom }], problems: [] });
    // What was checked before is not so any more.
    expect((await run(csv, tried.digest).expect(409)).body).toMatchObject({ code: 'import_changed' });
    expect(membership.mailbox.mails(mei)).toHaveLength(1);
    const { body: acts } = await membership.get(owner, '/accounts/me/acts').expect(200);
    expect(acts.items.filter(({ act }: { act: string }) => act === 'learners_invited')).toHaveLength(1);
  });

  it('is refused as a whole while a line is wrong, and knows members by their number', async () => {
    const member = await membership.proven();
    const { memberNumber } = await membership.admitted(cohortId, member);
    const fresh = somebody();
    const csv = tableOf(['Ann', fresh], ['Bo', member.email.toUpperCase()], ['Cy', 'nobody']);
    const { body } = await check(csv).expect(200);
    expect(body.problems).toEqual([
      { line: 3, column: 'email', why: 'is_a_member', other: memberNumber },
      { line: 4, column: 'email', why: 'not_valid', other: null },
    ]);
    expect((await run(csv, body.digest).expect(409)).body).toMatchObject({ code: 'lines_wrong' });
    expect((await check(tableOf(['Ann', fresh])).expect(200)).body.known).toEqual([]);
    // Somebody with an account who is no member here is as unknown as anybody.
    const elsewhere = await membership.proven();
    expect((await check(tableOf(['Di', elsewhere.email])).expect(200)).body).toMatchObject({
      invited: [{ email: elsewhere.email }],
      problems: [],
    });
  });

  it('makes nobody a member: the link says where it leads, once, and to nobody without it', async () => {
    const email = somebody();
    const csv = tableOf(['Eve Zhao', email]);
    await run(csv, (await check(csv).expect(200)).body.digest).expect(201);
    const token = await membership.token(email);
    expect((await use(token).expect(200)).body).toMatchObject({
      cohortId,
      title: 'Quiet mornings',
      organisation: 'Letters',
      name: 'Eve Zhao',
    });
    expect((await use(token).expect(404)).body).toMatchObject({ code: 'link_ended' });
    await use('x'.repeat(43)).expect(404);
    const { body: members } = await membership.get(owner, `/cohorts/${cohortId}/members?q=Eve`).expect(200);
    expect(members.items).toEqual([]);
  });

  it('is followed up: who joined, who only opened the letter, who has not, and whose time is over', async () => {
    const [joined, opened, waiting] = [await membership.proven(), somebody(), somebody()];
    const csv = tableOf(['Gu', joined.email], ['Hao', opened], ['Ivy', waiting]);
    await run(csv, (await check(csv).expect(200)).body.digest).expect(201);
    const { memberNumber } = await membership.admitted(cohortId, joined);
    await use(await membership.token(opened)).expect(200);
    const listed = async () => {
      const items: { email: string; state: string; memberNumber: number | null }[] = [];
      for (let cursor = ''; ;) {
        const { body } = await membership
          .get(owner, `/cohorts/${cohortId}/learner-invitations?limit=2${cursor && `&cursor=${cursor}`}`)
          .expect(200);
        items.push(...body.items);
        if (body.nextCursor === undefined) return new Map(items.map((item) => [item.email, item]));
        cursor = body.nextCursor;
      }
    };
    const found = await listed();
    expect([joined.email, opened, waiting].map((email) => found.get(email))).toMatchObject([
      { state: 'joined', memberNumber, name: 'Gu' },
      { state: 'opened', memberNumber: null },
      { state: 'waiting', memberNumber: null },
    ]);
    await membership.get(instructor, `/cohorts/${cohortId}/learner-invitations`).expect(403);
    await membership.get(await membership.proven(), `/cohorts/${cohortId}/learner-invitations`).expect(404);
    await membership.get(owner, `/cohorts/${cohortId}/learner-invitations?cursor=x`).expect(400);
  });

  it('is for the owner and the class head, of a cohort that can be joined', async () => {
    const csv = tableOf(['Flo', somebody()]);
    const { body } = await check(csv).expect(200);
    await check(csv, instructor).expect(403);
    await run(csv, body.digest, randomUUID(), instructor).expect(403);
    await check(csv, await membership.proven()).expect(404);
    await check('').expect(400);
    await check('x'.repeat(400_001)).expect(400);
    membership.env.clock.set('2026-03-02T16:00:00Z');
    expect((await run(csv, body.digest).expect(409)).body).toMatchObject({ code: 'cohort_not_open' });
    membership.env.clock.set(WEEK_BEFORE);
  });
});
