import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { homeworkHttp, Problem } from '@daka/contracts';
import { member, openCourse, startWorld, type Learner, type World } from '../support/cohort-world';
import { nameOf, servedRoutes, type ServedRoute } from '../support/routes';

/** What careless and hostile clients send instead of the body that is asked for. */
const bodies: Record<string, string> = {
  'an empty object': '{}',
  'a list': '[]',
  'a number': '42',
  null: 'null',
  'half a document': '{"title": "x',
  nothing: '',
  'an unknown field': '{"surprise": {"$gt": ""}}',
  'operators in every field': JSON.stringify(
    Object.fromEntries(
      [
        'email',
        'password',
        'passphrase',
        'day',
        'text',
        'markdown',
        'reason',
        'title',
        'name',
        'version',
        'role',
        'policy',
        'subject',
        'decision',
      ].map((field) => [field, { $ne: null }]),
    ),
  ),
  'a very deep one': `${'{"a":'.repeat(200)}1${'}'.repeat(200)}`,
};
const identifiers = ['not-a-uuid', '..%2f..%2fetc', '%00', "1'or'1", '00000000-0000-4000-8000-000000000000'];

interface Answer {
  status: number;
  text: string;
}

describe('bad input', () => {
  let world: World;
  let tokens: string[];
  let ids: Record<string, string>;

  beforeAll(async () => {
    world = await startWorld();
    const course = await openCourse(world.client);
    const learner = await member(world.client, course.cohort);
    tokens = [await tokenOf(course.owner.account), await tokenOf(learner.session.account)];
    ids = {
      number: '1',
      cohortId: course.cohort.id,
      organisationId: course.organisationId,
      enrolmentId: learner.enrolmentId,
      day: '2026-03-02',
    };
  }, 120_000);

  afterAll(() => world?.stop());

  const tokenOf = async ({ email, password }: Learner['session']['account']) => {
    const answer = await world.client.send({
      method: 'POST',
      path: '/api/membership/sessions',
      body: { email, password },
    });
    return (answer.body as { accessToken: string }).accessToken;
  };

  it.each(Object.entries(bodies))(
    '%s instead of a body is answered with a problem, never with a fault',
    async (_what, body) => {
      const wrong: string[] = [];
      for (const served of servedRoutes.filter(({ route }) => route.body)) {
        for (const token of tokens)
          wrong.push(...notRefused(served, await send(served, pathOf(served, ids), token, body)));
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it.each(identifiers)(
    '%s instead of an identifier is answered with a problem, never with a fault',
    async (identifier) => {
      const wrong: string[] = [];
      for (const served of servedRoutes.filter(({ route }) => route.path.includes(':'))) {
        const path = served.route.path.replaceAll(/:\w+/g, identifier);
        for (const token of tokens) wrong.push(...notRefused(served, await send(served, path, token, '{}')));
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('a body without a field, or with a wrong one, names the field', async () => {
    const unnamed: string[] = [];
    for (const served of servedRoutes.filter(({ route }) => route.body && !route.rawBody)) {
      for (const token of tokens) {
        const { status, text } = await send(served, pathOf(served, ids), token, '{"surprise": 1}');
        if (status !== 400) continue; // Refused for who they are, before the body is read.
        const { fields = [] } = Problem.parse(JSON.parse(text));
        if (!fields.some(({ path }) => path === 'surprise')) unnamed.push(`${nameOf(served)}: ${text}`);
      }
    }
    expect(unnamed).toEqual([]);
  });

  it.each([
    ['checkin', 'entries', { day: '2026-03-02' }, 'text', 10_000],
    ['homework', 'drafts/mine', {}, 'markdown', 20_000],
  ] as const)('a text to %s is measured in characters, whatever its bytes', async (service, end, more, field, most) => {
    const served = servedRoutes.find(
      ({ service: of, route }) => of === service && route.path.endsWith(end) && route.body !== undefined,
    );
    const own = served && { ...ids, assignmentId: await essay() };
    if (!served || !own) throw new Error(`${service} serves no ${end}`);
    world.setClock('2026-03-02T04:00:00Z');
    const answers = async (text: string, token = tokens[1] ?? '') => {
      const { status, text: said } = await send(
        served,
        pathOf(served, own),
        token,
        JSON.stringify({ ...more, [field]: text }),
      );
      return [status, JSON.parse(said)];
    };
    expect(await answers('长'.repeat(90_000))).toMatchObject([422, { code: 'too_long', maxCharacters: most }]);
    const [status] = await answers('👨‍👩‍👧‍👦'.repeat(most));
    expect([200, 201]).toContain(status);
  });

  async function essay(): Promise<string> {
    const answer = await world.client.send({
      method: 'POST',
      path: `/api/homework/cohorts/${ids['cohortId']}/assignments`,
      body: { title: 'Essay', instructions: 'Anything.', dueAt: '2026-03-09T14:00:00Z' },
      token: tokens[0],
    });
    return homeworkHttp.Assignment.parse(answer.body).id;
  }

  function send({ service, route }: ServedRoute, path: string, token: string, body: string): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      const request = http.request(
        `${world.system.origin}/api/${service}${path}`,
        { method: route.method, headers },
        (response) => {
          let text = '';
          response
            .setEncoding('utf8')
            .on('data', (chunk: string) => (text += chunk))
            .on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      );
      request.on('error', reject).end(body);
    });
  }
});

const pathOf = ({ route }: ServedRoute, ids: Record<string, string>) =>
  route.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? randomUUID());

/** A route whose body may be empty may also answer with success; a fault it must never answer. */
function notRefused(served: ServedRoute, { status, text }: Answer): string[] {
  if (status >= 200 && status < 300)
    return served.route.body?.safeParse({}).success || !served.route.body ? [] : [`${nameOf(served)}: ${status}`];
  const isProblem = status >= 400 && status < 500 && Problem.safeParse(JSON.parse(text)).success;
  return isProblem ? [] : [`${nameOf(served)}: ${status} ${text.slice(0, 200)}`];
}
