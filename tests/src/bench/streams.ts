import { randomUUID } from 'node:crypto';
import { get, type ClientRequest } from 'node:http';
import { membershipHttp } from '@daka/contracts';
import { createClient, startOrganisation } from '@daka/replay';
import { account } from '../support/cohort-world';
import { benchPolicy } from './learners';

const AT_ONCE = 8;
const PASSPHRASE = 'Pavel';
const RULES = [
  { title: 'Who looks after you', text: `Your class head is ${PASSPHRASE}; ask whenever something is not clear.` },
];
const PATIENCE_MS = 20_000;
/** So many seats a second are taken while their pages wait for the news. */
const SEATS_PER_SECOND = 40;

/** A browser with an enrolment that has accepted the rules and holds no seat yet. */
export interface Reader {
  cookie: string;
  enrolmentId: string;
}

/** So many people with a browser each, up to the step before the seat, all through the origin. */
export async function takeSeatsOnWeb(origin: string, count: number): Promise<Reader[]> {
  const cohort = await openLargeCohort(origin, count);
  const readers: Reader[] = [];
  await inTurn(count, async () => void readers.push(await applyInBrowser(origin, cohort)));
  return readers;
}

async function openLargeCohort(origin: string, capacity: number): Promise<{ id: string; rulesVersion: number }> {
  const client = createClient({ origin });
  try {
    const { owner, organisationId } = await startOrganisation(client, account('owner'), 'Bench');
    const plan = {
      title: 'Bench',
      policy: benchPolicy({ startsOn: '2026-04-01', days: 21 }),
      rules: RULES,
      passphrase: PASSPHRASE,
      capacity,
    };
    const path = `/api/membership/organisations/${organisationId}/cohorts`;
    const draft = await owner.ask({ method: 'POST', path, body: plan, key: randomUUID() }, membershipHttp.CohortBody);
    const publish = {
      method: 'POST',
      path: `/api/membership/cohorts/${draft.id}/publish`,
      body: {},
      key: randomUUID(),
    } as const;
    return await owner.ask(publish, membershipHttp.CohortBody);
  } finally {
    client.close();
  }
}

async function applyInBrowser(origin: string, cohort: { id: string; rulesVersion: number }): Promise<Reader> {
  const signUp = { ...account('reader'), email: `${randomUUID()}@example.org` };
  await (await post(origin, '/api/membership/accounts', '', signUp)).arrayBuffer();
  const { email, password } = signUp;
  const signedUp = await post(origin, '/api/session', '', { email, password });
  const cookie =
    signedUp.headers
      .getSetCookie()
      .find((line) => line.startsWith('daka='))
      ?.split(';')[0] ?? '';
  await signedUp.arrayBuffer();
  const applied = await post(origin, `/api/membership/cohorts/${cohort.id}/enrolments`, cookie, { timeZone: '+08:00' });
  const enrolmentId = membershipHttp.EnrolmentBody.parse(await applied.json()).id;
  const acceptance = { passphrase: PASSPHRASE, rulesVersion: cohort.rulesVersion };
  await (await post(origin, `/api/membership/enrolments/${enrolmentId}/acceptance`, cookie, acceptance)).arrayBuffer();
  return { cookie, enrolmentId };
}

async function post(origin: string, path: string, cookie: string, body: object): Promise<Response> {
  const answer = await fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie, 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${path} was answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

export interface OpenStreams {
  /** When the next news of this enrolment is here (ms since the process began); infinite: it did not come. */
  nextNews(enrolmentId: string): Promise<number>;
  close(): void;
}

/** One page for each, on a connection of its own, as browsers have. */
export async function openStreams(origin: string, readers: readonly Reader[]): Promise<OpenStreams> {
  const waiting = new Map<string, (atMs: number) => void>();
  const requests: ClientRequest[] = [];
  const rest = [...readers];
  await inTurn(readers.length, async () => {
    const reader = rest.pop();
    if (reader === undefined) throw new Error('more streams than readers');
    requests.push(await open(origin, reader, (atMs) => waiting.get(reader.enrolmentId)?.(atMs)));
  });
  return {
    nextNews: (enrolmentId) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(Number.POSITIVE_INFINITY), PATIENCE_MS);
        waiting.set(enrolmentId, (atMs) => {
          clearTimeout(timer);
          resolve(atMs);
        });
      }),
    close: () => requests.forEach((request) => request.destroy()),
  };
}

function open(origin: string, { cookie, enrolmentId }: Reader, onNews: (atMs: number) => void): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const request = get(
      `${origin}/api/enrolments/${enrolmentId}/events`,
      { headers: { cookie }, agent: false },
      (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`a stream was answered ${answer.statusCode}`));
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => {
          if (text.includes('"kind":')) onNews(performance.now());
        });
        // Ours are ended by being destroyed.
        answer.on('error', () => undefined);
        resolve(request);
      },
    );
    request.on('error', reject);
  });
}

/** Each takes its seat; how long after the answer its page was told, sorted (ms). Told before the answer is told at once. */
export async function whenTold(origin: string, readers: readonly Reader[], streams: OpenStreams): Promise<number[]> {
  const beganMs = performance.now();
  const all = readers.map(async ({ cookie, enrolmentId }, index) => {
    const dueMs = beganMs + (index * 1_000) / SEATS_PER_SECOND;
    await new Promise((resolve) => setTimeout(resolve, dueMs - performance.now()));
    const news = streams.nextNews(enrolmentId);
    await (await post(origin, `/api/membership/enrolments/${enrolmentId}/seat`, cookie, {})).arrayBuffer();
    const answeredMs = performance.now();
    return Math.max(0, (await news) - answeredMs);
  });
  return (await Promise.all(all)).sort((one, other) => one - other);
}

/** Some at a time, so many in all. */
async function inTurn(count: number, act: () => Promise<void>): Promise<void> {
  let begun = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (begun < count) {
        begun += 1;
        await act();
      }
    }),
  );
}
