import { randomUUID } from 'node:crypto';
import { homeworkHttp } from '@daka/contracts';
import { signUp, type Answer, type Session } from '@daka/replay';
import type { RouteDefinition } from '@daka/service-kit';
import { routes as ownRoutes } from '@daka/web';
import { account, member, openCourse, staffMember, startWorld, type World } from '../support/cohort-world';
import { nameOf, servedRoutes } from '../support/routes';

const guarded = servedRoutes.filter(({ route }) => route.access !== 'public');
const callers = [
  'stranger',
  'otherLearner',
  'otherOwner',
  'learner',
  'instructor',
  'committee',
  'class_head',
  'owner',
] as const;
type Caller = (typeof callers)[number];

/** What each caller is on the things in the path; strangers, and people of another organisation, are nothing. */
const roleOf: Record<Caller, string | null> = {
  stranger: null,
  otherOwner: null,
  otherLearner: null,
  learner: 'learner',
  instructor: 'instructor',
  committee: 'committee',
  class_head: 'class_head',
  owner: 'owner',
};

describe('role x route', () => {
  let world: World;
  let sessions: Record<Caller, Session>;
  let ids: Record<string, string>;

  beforeAll(async () => {
    world = await startWorld();
    const { client } = world;
    const course = await openCourse(client);
    const elsewhere = await openCourse(client);
    const learner = await member(client, course.cohort);
    const otherLearner = await member(client, elsewhere.cohort);
    sessions = {
      stranger: await signUp(client, account('stranger')),
      otherLearner: otherLearner.session,
      otherOwner: elsewhere.owner,
      learner: learner.session,
      instructor: await staffMember(client, course, 'instructor'),
      committee: await staffMember(client, course, 'committee'),
      class_head: await staffMember(client, course, 'class_head'),
      owner: course.owner,
    };
    ids = {
      cohortId: course.cohort.id,
      organisationId: course.organisationId,
      enrolmentId: learner.enrolmentId,
      ...(await homeworkOf(course.owner, course.cohort.id, learner)),
      accountId: randomUUID(),
      sessionId: randomUUID(),
      leaveId: randomUUID(),
      appealId: randomUUID(),
      invitationId: randomUUID(),
      day: '2026-03-02',
      number: '1',
    };
  }, 180_000);

  afterAll(() => world?.stop());

  it('covers every guarded route', () => {
    expect(guarded.length).toBeGreaterThan(25);
    expect(guarded.filter(({ route }) => pathOf(route).includes(':'))).toEqual([]);
  });

  it('refuses whoever is not signed in', async () => {
    for (const { service, route } of guarded) {
      const answer = await world.client.send(orderOf(service, route));
      expect([nameOf({ service, route }), answer.status, answer.code]).toEqual([
        nameOf({ service, route }),
        401,
        'not_signed_in',
      ]);
    }
  });

  it.each(callers)('%s reaches what the route says and nothing else', async (caller) => {
    const wrong: string[] = [];
    for (const { service, route } of guarded) {
      const allowed = isAllowed(route, roleOf[caller]);
      if (allowed && wouldAct(route)) continue; // Carried out elsewhere; here only who must not.
      const answer = await sessions[caller].send(orderOf(service, route));
      if (!isRight(answer, allowed, roleOf[caller]))
        wrong.push(`${nameOf({ service, route })}: ${answer.status} ${answer.code}`);
    }
    expect(wrong).toEqual([]);
  });

  it("lets everybody who is signed in read their own first page, and nobody else hear an enrolment's news", async () => {
    const own = ownRoutes.filter(({ access }) => access !== 'public');
    expect(own.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'get /enrolments/:enrolmentId/events',
      'get /today',
    ]);
    for (const route of own) {
      const path = `/api${pathOf(route)}`;
      expect([path, (await world.client.send({ method: 'GET', path })).status]).toEqual([path, 401]);
    }
    for (const caller of callers)
      expect([caller, (await sessions[caller].send({ method: 'GET', path: '/api/today' })).status]).toEqual([
        caller,
        200,
      ]);
    // Whoever is let in hears without an end; only who must not is asked for.
    const path = `/api/enrolments/${ids['enrolmentId']}/events`;
    for (const caller of callers.filter((one) => one !== 'learner'))
      expect([caller, (await sessions[caller].send({ method: 'GET', path })).status]).toEqual([caller, 404]);
  });

  it("shows no one else's enrolment in a list", async () => {
    const mine = await sessions.otherLearner.send({ method: 'GET', path: '/api/membership/enrolments' });
    expect(JSON.stringify(mine.body)).not.toContain(ids.enrolmentId);
    expect((mine.body as { items: unknown[] }).items).toHaveLength(1);
  });

  const pathOf = (route: RouteDefinition) =>
    route.path.replaceAll(/:(\w+)/g, (whole, name: string) => ids?.[name] ?? (ids ? whole : name));

  function orderOf(service: string, route: RouteDefinition) {
    const method = route.method.toUpperCase() as 'GET' | 'POST' | 'DELETE';
    return { method, path: `/api/${service}${pathOf(route)}`, ...(route.body ? { body: { unknownField: true } } : {}) };
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
