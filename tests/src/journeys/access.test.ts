import { randomUUID } from 'node:crypto';
import { homeworkHttp, membershipHttp } from '@daka/contracts';
import { signUp, type Answer, type Session } from '@daka/replay';
import type { RouteDefinition } from '@daka/service-kit';
import { eventually } from '@daka/service-kit/testing';
import { routes as ownRoutes } from '@daka/web';
import {
  account,
  applicant,
  member,
  openCourse,
  staffMember,
  startWorld,
  untilStatus,
  type Course,
  type Learner,
  type World,
} from '../support/cohort-world';
import { nameOf, servedRoutes } from '../support/routes';
import { watchWholeReads, type WholeReads } from '../support/whole-reads';

const PATIENCE = { timeoutMs: 30_000 };
const guarded = servedRoutes.filter(({ route }) => route.access !== 'public');
const callers = [
  'stranger',
  'applicant',
  'formerLearner',
  'otherLearner',
  'otherOwner',
  'learner',
  'formerInstructor',
  'instructor',
  'committee',
  'class_head',
  'owner',
  'arbiter',
] as const;
type Caller = (typeof callers)[number];

/** A cohort with a learner of its own, and one of another organisation. */
const places = ['the cohort', 'another cohort'] as const;
type Place = (typeof places)[number];

/** What each caller is on the things in the path; whoever is not named is nothing there, as strangers are. */
const roleAt: Record<Place, Partial<Record<Caller, string>>> = {
  'the cohort': {
    learner: 'learner',
    instructor: 'instructor',
    committee: 'committee',
    class_head: 'class_head',
    owner: 'owner',
    arbiter: 'arbiter',
  },
  'another cohort': { otherLearner: 'learner', otherOwner: 'owner', arbiter: 'arbiter' },
};

describe('role x route', () => {
  let world: World;
  let wholeReads: WholeReads;
  let sessions: Record<Caller, Session>;
  let idsAt: Record<Place, Record<string, string>>;
  /** The enrolments of those who are in a cohort no more, or not yet. */
  let outside: Record<'applicant' | 'formerLearner', Record<string, string>>;

  beforeAll(async () => {
    const arbiter = account('arbiter');
    world = await startWorld({ arbiter });
    const { client } = world;
    wholeReads = await watchWholeReads(world.databasePrefix);
    const course = await openCourse(client);
    const elsewhere = await openCourse(client);
    const learner = await member(client, course.cohort);
    const otherLearner = await member(client, elsewhere.cohort);
    const waiting = await applicant(client, course.cohort);
    const left = await member(client, course.cohort, 'left');
    sessions = {
      stranger: await signUp(client, account('stranger')),
      applicant: waiting.session,
      formerLearner: left.session,
      otherLearner: otherLearner.session,
      otherOwner: elsewhere.owner,
      learner: learner.session,
      formerInstructor: await staffMember(client, course, 'instructor'),
      instructor: await staffMember(client, course, 'instructor'),
      committee: await staffMember(client, course, 'committee'),
      class_head: await staffMember(client, course, 'class_head'),
      owner: course.owner,
      arbiter: await signUp(client, arbiter),
    };
    const idsOf = async ({ owner, organisationId, cohort }: Course, who: Learner) => ({
      cohortId: cohort.id,
      organisationId,
      enrolmentId: who.enrolmentId,
      ...(await homeworkOf(owner, cohort.id, who)),
      accountId: randomUUID(),
      sessionId: randomUUID(),
      leaveId: randomUUID(),
      appealId: randomUUID(),
      invitationId: randomUUID(),
      snippetId: randomUUID(),
      fileId: randomUUID(),
      day: '2026-03-02',
      number: '1',
    });
    idsAt = { 'the cohort': await idsOf(course, learner), 'another cohort': await idsOf(elsewhere, otherLearner) };
    await leave(left);
    await dismiss(course, sessions.formerInstructor);
    const ids = idsAt['the cohort'];
    outside = {
      applicant: { ...ids, enrolmentId: waiting.enrolmentId },
      formerLearner: { ...ids, enrolmentId: left.enrolmentId },
    };
  }, 240_000);

  afterAll(async () => {
    await wholeReads?.stop();
    await world?.stop();
  });

  it('covers every guarded route', () => {
    expect(guarded.length).toBeGreaterThan(25);
    for (const place of places)
      expect(guarded.filter(({ route }) => pathOf(route, idsAt[place]).includes(':'))).toEqual([]);
  });

  it('refuses whoever is not signed in', async () => {
    for (const { service, route } of guarded) {
      const answer = await world.client.send(orderOf(service, route, idsAt['the cohort']));
      expect([nameOf({ service, route }), answer.status, answer.code]).toEqual([
        nameOf({ service, route }),
        401,
        'not_signed_in',
      ]);
    }
  });

  it.each(places.flatMap((place) => callers.map((caller) => [caller, place] as const)))(
    '%s reaches in %s what the route says and nothing else',
    async (caller, place) => {
      const wrong: string[] = [];
      const role = roleAt[place][caller] ?? null;
      for (const { service, route } of guarded) {
        const allowed = isAllowed(route, role);
        if (allowed && wouldAct(route)) continue; // Carried out elsewhere; here only who must not.
        const answer = await sessions[caller].send(orderOf(service, route, idsAt[place]));
        if (!isRight(answer, allowed, role))
          wrong.push(`${nameOf({ service, route })}: ${answer.status} ${answer.code}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each([
    ['applicant', []],
    ['formerLearner', ['checkin/enrolments/:enrolmentId/calendar', 'checkin/enrolments/:enrolmentId/export']],
  ] as const)('%s reads what is their own and nothing of the cohort', async (caller, ofTheirTime) => {
    const read: string[] = [];
    for (const { service, route } of guarded) {
      if (route.method !== 'get' || !/:(enrolment|cohort)Id/.test(route.path)) continue;
      const { status } = await sessions[caller].send(orderOf(service, route, outside[caller]));
      if (status === 200) read.push(service + route.path);
    }
    const own = [
      'membership/enrolments/:enrolmentId',
      'membership/enrolments/:enrolmentId/terms',
      'payment/enrolments/:enrolmentId/export',
      'payment/enrolments/:enrolmentId/checkout',
      'payment/enrolments/:enrolmentId/statement',
      'payment/enrolments/:enrolmentId/manual-payouts',
      'homework/enrolments/:enrolmentId/homework',
      'checkin/enrolments/:enrolmentId/appeals',
    ];
    expect(read.sort()).toEqual([...own, ...ofTheirTime].sort());
    const path = `/api/homework/enrolments/${outside[caller].enrolmentId}/homework`;
    expect((await sessions[caller].ask({ method: 'GET', path }, homeworkHttp.Completion)).items).toEqual([]);
  });

  it("lets everybody who is signed in read their own first page and take along what is theirs, and nobody else hear an enrolment's news", async () => {
    const own = ownRoutes.filter(({ access }) => access !== 'public');
    expect(own.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'get /enrolments/:enrolmentId/events',
      'get /export/account',
      'get /today',
    ]);
    for (const route of own) {
      const path = `/api${pathOf(route, idsAt['the cohort'])}`;
      expect([path, (await world.client.send({ method: 'GET', path })).status]).toEqual([path, 401]);
    }
    for (const caller of callers)
      expect([caller, (await sessions[caller].send({ method: 'GET', path: '/api/today' })).status]).toEqual([
        caller,
        200,
      ]);
    for (const caller of callers) {
      const taken = JSON.stringify((await sessions[caller].send({ method: 'GET', path: '/api/export/account' })).body);
      expect([caller, taken.includes('"kind":"daka.account.v1"')]).toEqual([caller, true]);
      const others = [idsAt['the cohort'], idsAt['another cohort']].map(({ enrolmentId = '' }) => enrolmentId);
      const mine: Partial<Record<Caller, string | undefined>> = { learner: others[0], otherLearner: others[1] };
      expect([caller, others.filter((id) => taken.includes(id))]).toEqual([caller, mine[caller] ? [mine[caller]] : []]);
    }
    // Whoever is let in hears without an end; only who must not is asked for.
    const { enrolmentId } = idsAt['the cohort'];
    const path = `/api/enrolments/${enrolmentId}/events`;
    for (const caller of callers.filter((one) => one !== 'learner'))
      expect([caller, (await sessions[caller].send({ method: 'GET', path })).status]).toEqual([caller, 404]);
  });

  it("shows no one else's enrolment in a list", async () => {
    const mine = await sessions.otherLearner.send({ method: 'GET', path: '/api/membership/enrolments' });
    expect(JSON.stringify(mine.body)).not.toContain(idsAt['the cohort'].enrolmentId);
    expect((mine.body as { items: unknown[] }).items).toHaveLength(1);
  });

  // The last: all of the above has been asked, and every timer has had its turn.
  it('answers nothing by reading a collection from end to end, nor does a timer', async () => {
    expect(await wholeReads.found()).toEqual([]);
  });

  const pathOf = (route: RouteDefinition, ids: Record<string, string>) =>
    route.path.replaceAll(/:(\w+)/g, (whole, name: string) => ids[name] ?? whole);

  function orderOf(service: string, route: RouteDefinition, ids: Record<string, string>) {
    const method = route.method.toUpperCase() as 'GET' | 'POST' | 'DELETE';
    return {
      method,
      path: `/api/${service}${pathOf(route, ids)}`,
      ...(route.body ? { body: { unknownField: true } } : {}),
    };
  }
});

function isAllowed({ access }: RouteDefinition, role: string | null): boolean {
  return access === 'signed_in' || (Array.isArray(access) && access.some((one) => one === role));
}

/** Without a body schema nothing stops an allowed caller's request from being carried out. */
function wouldAct({ method, body }: RouteDefinition): boolean {
  return method !== 'get' && !body;
}

/** Allowed: anything but a refusal for who they are. Not allowed: 404 for whoever is nothing there, else 403. */
function isRight({ status, code }: Answer, allowed: boolean, role: string | null): boolean {
  if (allowed) return status !== 401 && status < 500 && code !== 'not_allowed' && code !== 'not_found';
  return role === null
    ? status === 404 && code === 'not_found'
    : [403, 404].includes(status) && ['not_allowed', 'not_found'].includes(code);
}

async function leave({ session, enrolmentId }: Learner): Promise<void> {
  await session.send({ method: 'POST', path: `/api/membership/enrolments/${enrolmentId}/withdrawal`, body: {} });
  await untilStatus(session, enrolmentId, 'cancelled');
}

async function dismiss({ owner, cohort }: Course, session: Session): Promise<void> {
  const me = await session.ask({ method: 'GET', path: '/api/membership/accounts/me' }, membershipHttp.AccountBody);
  const path = `/api/membership/cohorts/${cohort.id}/staff/${me.id}`;
  expect((await owner.send({ method: 'DELETE', path })).status).toBe(204);
  for (const path of [
    `/api/homework/cohorts/${cohort.id}/assignments`,
    `/api/checkin/cohorts/${cohort.id}/progress`,
    `/api/payment/cohorts/${cohort.id}/decisions`,
  ])
    await eventually(async () => (await session.send({ method: 'GET', path })).status === 404, PATIENCE);
}

async function homeworkOf(owner: Session, cohortId: string, learner: { session: Session; enrolmentId: string }) {
  const assignment = await owner.ask(
    {
      method: 'POST',
      path: `/api/homework/cohorts/${cohortId}/assignments`,
      body: { title: 'Essay', instructions: 'Write.', dueAt: '2026-03-05T00:00:00Z' },
    },
    homeworkHttp.Assignment,
  );
  const submission = await learner.session.ask(
    {
      method: 'POST',
      path: `/api/homework/assignments/${assignment.id}/submissions`,
      body: { enrolmentId: learner.enrolmentId, markdown: 'An essay.' },
    },
    homeworkHttp.Submission,
  );
  return { assignmentId: assignment.id, submissionId: submission.id };
}
