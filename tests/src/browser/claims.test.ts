import { homeworkHttp } from '@daka/contracts';
import type { Session } from '@daka/replay';
import { eventually } from '@daka/service-kit/testing';
import type { APIResponse } from 'playwright-core';
import { z } from 'zod';
import { account, staffMember, type Member } from '../support/cohort-world';
import type { Phone } from './phone';
import { patientPolicy, startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn } from './said';

jest.setTimeout(400_000);

const LEARNERS = ['mei', 'lin', 'wu', 'tan', 'xu'];
const WAITING = 200;
const AT_ONCE = 50;
/** So many pieces one after the other, beginning at another place each: every piece is asked for eight times, by both. */
const EACH = 8;
const PATIENCE = { timeout: 40_000 };
const Refused = z.object({ code: z.string() });

/** Two instructors, each in a browser of their own, at one long queue; what their pages ask for is asked many times at once. */
describe('two instructors at 200 pieces of homework', () => {
  let phones: PhoneWorld;
  let people: readonly Member[];
  let teacher: Session;
  const teachers = [account('Qin'), account('Bai')] as const;
  const ids: string[] = [];

  beforeAll(async () => {
    phones = await startPhoneWorld(LEARNERS, { policy: patientPolicy });
    teacher = await staffMember(phones.world.client, phones.course, 'instructor', teachers[0]);
    await staffMember(phones.world.client, phones.course, 'instructor', teachers[1]);
    people = phones.members(LEARNERS);
    phones.world.setClock('2026-03-02T04:00:00Z');
    while (ids.length < WAITING) ids.push(...(await handInOne(`Assignment ${ids.length}`)));
  }, 300_000);
  afterEach(async () => expect(await phones.putAway()).toEqual([]));
  afterAll(() => phones?.stop());

  it('of 50 that both take at once each is one instructor’s, and the other’s list says so', async () => {
    const [qin, bai] = await atTheQueue();
    const wanted = ids.slice(0, AT_ONCE);
    // Both at the same pieces, from either end: they meet.
    const asked = wanted.flatMap((id, at) => [
      { who: qin, id, answer: claim(qin, id) },
      { who: bai, id: wanted[AT_ONCE - 1 - at]!, answer: claim(bai, wanted[AT_ONCE - 1 - at]!) },
    ]);
    const answers = await Promise.all(asked.map(async ({ answer, ...one }) => ({ ...one, answer: await answer })));
    for (const id of wanted) {
      const both = answers.filter((one) => one.id === id);
      expect(both.map(({ answer }) => answer.status()).sort()).toEqual([200, 409]);
      const lost = both.find(({ answer }) => answer.status() === 409)!;
      expect(Refused.parse(await lost.answer.json()).code).toBe('claimed_by_other');
    }
    // What each was told is what stands: none is lost, and nobody holds what they were not told of.
    const rows = await rowsOf('waiting');
    expect(rows.map(({ submissionId }) => submissionId).sort()).toEqual([...ids].sort());
    const held = rows.filter(({ claim: one }) => one !== null);
    expect(held.map(({ submissionId }) => submissionId).sort()).toEqual([...wanted].sort());
    for (const { submissionId, claim: one } of held) {
      const taken = answers.find(({ id, answer }) => id === submissionId && answer.status() === 200)!;
      expect(one?.reviewerId).toBe(homeworkHttp.Claim.parse(await taken.answer.json()).reviewerId);
    }
    expect((await rowsOf('free')).length).toBe(WAITING - AT_ONCE);
    for (const [phone, other] of [
      [qin, teachers[1].displayName],
      [bai, teachers[0].displayName],
    ] as const) {
      const theirs = answers.filter(({ who, answer }) => who !== phone && answer.status() === 200).length;
      await phone.page.reload();
      await eventually(async () => (await phone.page.getByText(`${other}在批`).count()) === theirs);
    }
  });

  it('each is answered by one of the two alone, and heard once, however many are taken at once', async () => {
    const both = await atTheQueue();
    const answeredBy = new Map<string, Set<Phone>>();
    const lost: string[] = [];
    const work = async (phone: Phone, order: readonly string[]): Promise<void> => {
      for (const id of order) {
        const taken = await claim(phone, id);
        if (taken.status() !== 200) continue;
        const given = await verdict(phone, id);
        if (given.status() === 201) answeredBy.set(id, (answeredBy.get(id) ?? new Set()).add(phone));
        else lost.push(`${id}: ${given.status()} ${await given.text()}`);
      }
    };
    // Fifty a round: nobody may hold more, and an answer that may still be taken back is held too.
    for (let round = 0; round < WAITING / AT_ONCE; round += 1) {
      const wanted = ids.slice(round * AT_ONCE, (round + 1) * AT_ONCE);
      const orders = wanted.map((_, at) => [...wanted.slice(at), ...wanted.slice(0, at)].slice(0, EACH));
      await Promise.all(orders.map((order, at) => work(both[at % 2]!, order)));
      phones.world.setClock(`2026-03-02T04:0${round}:11Z`);
      await eventually(async () => (await saidTo()).length === (round + 1) * AT_ONCE, { timeoutMs: 60_000 });
    }
    expect(lost).toEqual([]);
    // Who gives an answer may give it anew within its ten seconds; nobody else may.
    expect([...answeredBy.keys()].sort()).toEqual([...ids].sort());
    expect([...answeredBy.values()].filter(({ size }) => size !== 1)).toEqual([]);
    await Promise.all(
      both.map(async ({ page }) => {
        await page.reload();
        await page.getByText(saidIn('zh-CN')('queue.empty')).waitFor(PATIENCE);
      }),
    );
    // And the learners hear of each once.
    expect((await saidTo()).map(({ feedback }) => feedback.length)).toEqual(Array(WAITING).fill(1));
  });

  async function atTheQueue(): Promise<[Phone, Phone]> {
    const [qin, bai] = await Promise.all(
      teachers.map(({ email, password }) => phones.phone({ width: 1_280, signIn: { email, password } })),
    );
    if (qin === undefined || bai === undefined) throw new Error('there are two');
    await Promise.all([qin, bai].map(({ open }) => open(`/cohorts/${phones.course.cohort.id}/queue`)));
    return [qin, bai];
  }

  /** As the page asks: with its session, from its origin. */
  const claim = ({ context }: Phone, id: string): Promise<APIResponse> =>
    context.request.put(`/api/homework/submissions/${id}/claim`, { headers: { origin: phones.world.system.origin } });

  function verdict({ context }: Phone, id: string): Promise<APIResponse> {
    const headers = { origin: phones.world.system.origin, 'idempotency-key': `verdict-${id}` };
    const data = { version: 1, verdict: 'accepted', comment: `Read: ${id}` };
    return context.request.post(`/api/homework/submissions/${id}/verdict`, { headers, data });
  }

  /** One assignment, handed in by everybody; answers the submissions. */
  async function handInOne(title: string): Promise<string[]> {
    const path = `/api/homework/cohorts/${phones.course.cohort.id}/assignments`;
    const body = { title, instructions: 'Write.', dueAt: '2026-03-09T14:00:00Z' };
    const { id } = await teacher.ask({ method: 'POST', path, body }, homeworkHttp.Assignment);
    const handedIn = people.map(({ session, enrolmentId }) =>
      session.ask(
        {
          method: 'POST',
          path: `/api/homework/assignments/${id}/submissions`,
          body: { enrolmentId, markdown: `About ${title}` },
        },
        homeworkHttp.Submission,
      ),
    );
    return (await Promise.all(handedIn)).map((one) => one.id);
  }

  async function rowsOf(state: string) {
    const path = `/api/homework/cohorts/${phones.course.cohort.id}/review-queue?state=${state}&limit=200`;
    return (await teacher.ask({ method: 'GET', path }, homeworkHttp.ReviewQueue)).items;
  }

  /** All that was answered, as the learners see it. */
  async function saidTo() {
    const said = await Promise.all(
      people.map(async ({ session, enrolmentId }) => {
        const path = `/api/homework/enrolments/${enrolmentId}/homework`;
        const { items } = await session.ask({ method: 'GET', path }, homeworkHttp.Completion);
        const mine = items.flatMap(({ submissionId, unread }) =>
          submissionId !== null && unread > 0 ? [submissionId] : [],
        );
        return Promise.all(
          mine.map((id) =>
            session.ask({ method: 'GET', path: `/api/homework/submissions/${id}` }, homeworkHttp.SubmissionWithText),
          ),
        );
      }),
    );
    return said.flat();
  }
});
