import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { account, openCourse, startWorld, type World } from '../support/cohort-world';

jest.setTimeout(300_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

/** A browser: keeps the cookies that it is given, and shows them. */
function browser() {
  const jar = new Map<string, string>();
  const { origin } = world.system;
  return {
    jar,
    async ask(method: string, path: string, body?: object): Promise<Response> {
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers: {
          origin,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      return answer;
    },
  };
}

async function signedInDirectly({ email, password }: { email: string; password: string }): Promise<string> {
  const answer = await fetch(`${world.system.origin}/api/membership/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { accessToken } = (await answer.json()) as { accessToken: string };
  return accessToken;
}

describe('guessing at passwords (ASVS 6.3.1)', () => {
  it("keeps the stranger out for longer and longer, and the owner's own browser in", async () => {
    const { email, password, ...rest } = account('owner');
    const owner = browser();
    expect((await owner.ask('POST', '/api/membership/accounts', { email, password, ...rest })).status).toBe(202);
    expect((await owner.ask('POST', '/api/session', { email, password })).status).toBe(201);
    expect((await owner.ask('DELETE', '/api/session')).status).toBe(204);

    const stranger = browser();
    const guess = () => stranger.ask('POST', '/api/session', { email, password: 'none of theirs' });
    for (let tries = 0; tries < 10; tries += 1) expect((await guess()).status).toBe(401);
    const refused = await guess();
    expect([refused.status, Number(refused.headers.get('retry-after')) > 800]).toEqual([429, true]);

    expect((await browser().ask('POST', '/api/session', { email, password })).status).toBe(429);
    expect((await owner.ask('POST', '/api/session', { email, password })).status).toBe(201);
  });
});

describe('an ended sign-in (ASVS 7.4.1)', () => {
  it('takes its access token with it at every service within a second or two, and leaves the others theirs', async () => {
    const person = account('learner');
    const { email, password } = person;
    expect((await browser().ask('POST', '/api/membership/accounts', person)).status).toBe(202);
    const [phone, laptop] = [browser(), browser()];
    for (const one of [phone, laptop])
      expect((await one.ask('POST', '/api/session', { email, password })).status).toBe(201);
    const token = await signedInDirectly(person);
    const enrolment = `enrolments/${randomUUID()}`;
    const paths = [
      '/api/membership/accounts/me',
      `/api/payment/${enrolment}/statement`,
      `/api/homework/${enrolment}/homework`,
      `/api/checkin/${enrolment}/calendar`,
      '/api/today',
    ];
    const answers = (headers: Record<string, string>) =>
      Promise.all(paths.map(async (path) => (await fetch(`${world.system.origin}${path}`, { headers })).status));
    const byToken = () => answers({ authorization: `Bearer ${token}` });
    const by = ({ jar }: typeof phone) => answers({ cookie: [...jar].map((pair) => pair.join('=')).join('; ') });
    for (const statuses of [await byToken(), await by(phone), await by(laptop)]) expect(statuses).not.toContain(401);

    expect((await phone.ask('DELETE', '/api/membership/sessions')).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(new Set(await byToken())).toEqual(new Set([401]));
    expect(new Set(await by(laptop))).toEqual(new Set([401]));
    expect(await by(phone)).not.toContain(401);
    // The list that services ask for is not forwarded.
    expect((await fetch(`${world.system.origin}/api/membership/sessions/revoked`)).status).toBe(405);
  });
});

describe('what is logged (ASVS 16.2.5)', () => {
  it('holds no password, token, cookie, e-mail or text of anybody, in any process of ours', async () => {
    const canary = randomUUID();
    const person = { ...account('learner'), email: `${canary}@example.org`, password: `password ${canary}` };
    const learner = browser();
    await learner.ask('POST', '/api/membership/accounts', person);
    await learner.ask('POST', '/api/session', { email: person.email, password: person.password });
    const token = await signedInDirectly(person);
    const secrets = [canary, token, ...learner.jar.values()];
    await learner.ask('POST', '/api/session', { ...person, password: `wrong ${canary}` });
    await learner.ask('POST', '/api/membership/organisations', { name: 'x', text: canary });
    await learner.ask('GET', `/api/membership/cohorts/${canary}`);
    await learner.ask('PATCH', '/api/membership/accounts/me', { displayName: 'x', note: canary });

    const logs = readdirSync(join(world.system.dir, 'logs'));
    expect(logs).toEqual(expect.arrayContaining(['membership.log', 'payment.log', 'sandbox.log', 'web.log']));
    const told = logs.filter((name) => {
      const text = readFileSync(join(world.system.dir, 'logs', name), 'utf8');
      return secrets.some((secret) => text.includes(secret));
    });
    expect(told).toEqual([]);
  });
});

describe('ids in a path', () => {
  it('mean the same in any case, also to whether one may', async () => {
    const { owner, cohort } = await openCourse(world.client);
    const asked = await owner.send({
      method: 'GET',
      path: `/api/membership/cohorts/${cohort.id.toUpperCase()}/members`,
    });
    expect(asked.status).toBe(200);
  });
});
