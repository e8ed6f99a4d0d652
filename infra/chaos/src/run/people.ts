import { setTimeout as sleep } from 'node:timers/promises';
import { checkinHttp, membershipHttp } from '@daka/contracts';
import { apply, payAt, UnexpectedAnswer, type Account, type Client, type OpenCohort, type Session } from '@daka/replay';
import type { LeaveFacts } from '../check/facts';
import type { Person } from '../plan/people';
import type { Processor } from '../world/processor';

/** A learner at work: every request is sent until there is a definite answer. */
export interface Learner {
  apply(): Promise<void>;
  pay(): Promise<void>;
  payAgain(price: { currency: string; amountMinor: number }): Promise<void>;
  letExpire(): Promise<void>;
  leave(): Promise<void>;
  appeal(subject: { kind: 'rejected_entry'; day: string } | { kind: 'removal' }): Promise<void>;
  /** Appeals that nobody has answered yet. */
  openAppeals(): Promise<string[]>;
  askLeave(day: string): Promise<void>;
  /** Takes every dismissal to the platform's arbiter. */
  escalate(): Promise<void>;
  checkIn(day: string, characters: number): Promise<void>;
  enrolmentId(): string | null;
  readonly record: LearnerRecord;
}

/** What a learner remembers for the checker. */
export interface LearnerRecord {
  acknowledged: { enrolmentId: string; day: string }[];
  asked: { enrolmentId: string; day: string }[];
  /** Requests for leave to which there was a 201, and what was decided to the decider's knowledge. */
  leave: LeaveFacts[];
  /** Pages beside Daka's own at which was paid. */
  extraPages: string[];
}

const MEMBER_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;
/** Not a member yet, or nothing was decided against them. */
const NOTHING_TO_APPEAL = new Set([404, 409]);
const OVER = new Set(['cancelled', 'withdrawn', 'completed']);

/** How a learner has come in. */
interface Way {
  session: Session;
  enrolmentId: string;
  payUrl: string | null;
}

interface LearnerOptions {
  client: Client;
  processor: Processor;
  cohort: OpenCohort;
  person: Person;
  account: Account;
}

export function createLearner({ client, processor, cohort, person, account }: LearnerOptions): Learner {
  const record: LearnerRecord = { acknowledged: [], asked: [], leave: [], extraPages: [] };
  let way: Way | null = null;
  let hasPaid = false;
  let tries = 0;

  /** Enters the day once it is known whether the learner is a member; a refusal is an answer too. */
  async function checkIn(day: string, characters: number): Promise<void> {
    if (way === null || !hasPaid) return;
    const { session, enrolmentId } = way;
    const untilMs = performance.now() + MEMBER_WITHIN_MS;
    record.asked.push({ enrolmentId, day });
    for (;;) {
      tries += 1;
      const answer = await session.send({
        method: 'POST',
        path: `/api/checkin/enrolments/${enrolmentId}/entries`,
        key: `${enrolmentId}-${day}-${tries}`,
        body: { day, text: 'x'.repeat(characters) },
      });
      if (answer.status === 201) return void record.acknowledged.push({ enrolmentId, day });
      const isTooEarly = answer.status === 404 || answer.code === 'not_admitted';
      if (!isTooEarly && (answer.status === 409 || answer.status === 422)) return;
      if (!isTooEarly) throw new UnexpectedAnswer(`the check-in of ${day}`, answer);
      if (performance.now() > untilMs || OVER.has(await statusOf(session, enrolmentId))) return;
      await sleep(LOOK_EVERY_MS);
    }
  }

  return {
    record,
    checkIn,
    ...createAppellant(() => way),
    ...createPetitioner(() => way, record),
    enrolmentId: () => way?.enrolmentId ?? null,
    async apply() {
      way = await apply(client, cohort, { ...account, timeZone: person.timeZone });
    },
    async pay() {
      if (way === null || way.payUrl === null) return;
      hasPaid = await paidAt(way.payUrl);
    },
    async payAgain(price) {
      if (way === null || price.amountMinor === 0) return;
      const { sessionId, url } = await processor.openPage({ enrolmentId: way.enrolmentId, ...price });
      if (await paidAt(url)) record.extraPages.push(sessionId);
    },
    async letExpire() {
      if (way?.payUrl) await processor.expire(new URL(way.payUrl).pathname.split('/').at(-1) ?? '');
    },
    async leave() {
      if (way === null) return;
      const answer = await way.session.send({
        method: 'POST',
        path: `/api/membership/enrolments/${way.enrolmentId}/withdrawal`,
        body: {},
      });
      if (answer.status !== 200 && answer.code !== 'enrolment_ended') throw new UnexpectedAnswer('leaving', answer);
    },
  };
}

/** Objects to what was decided against a learner. */
function createAppellant(wayOf: () => Way | null): Pick<Learner, 'appeal' | 'openAppeals'> {
  let tries = 0;
  return {
    async appeal(subject) {
      const way = wayOf();
      if (way === null) return;
      tries += 1;
      const answer = await way.session.send({
        method: 'POST',
        path: `/api/checkin/enrolments/${way.enrolmentId}/appeals`,
        key: `${way.enrolmentId}-appeal-${tries}`,
        body: { subject, reason: 'please look again' },
      });
      if (answer.status !== 201 && !NOTHING_TO_APPEAL.has(answer.status))
        throw new UnexpectedAnswer('an appeal', answer);
    },
    async openAppeals() {
      const way = wayOf();
      if (way === null) return [];
      const answer = await way.session.send({
        method: 'GET',
        path: `/api/checkin/enrolments/${way.enrolmentId}/calendar`,
      });
      if (answer.status !== 200) return [];
      return checkinHttp.CalendarView.parse(answer.body)
        .appeals.filter(({ status }) => status === 'open')
        .map(({ appealId }) => appealId);
    },
  };
}

/** Asks for what others decide. */
function createPetitioner(wayOf: () => Way | null, { leave }: LearnerRecord): Pick<Learner, 'askLeave' | 'escalate'> {
  let tries = 0;
  return {
    async askLeave(day) {
      const way = wayOf();
      if (way === null) return;
      tries += 1;
      const { enrolmentId, session } = way;
      const answer = await session.send({
        method: 'POST',
        path: `/api/checkin/enrolments/${enrolmentId}/leave`,
        key: `${enrolmentId}-leave-${tries}`,
        body: { days: [day], reason: 'a wedding' },
      });
      if (answer.status !== 201 && !NOTHING_TO_APPEAL.has(answer.status))
        throw new UnexpectedAnswer('a request for leave', answer);
      if (answer.status === 201)
        leave.push({ enrolmentId, leaveId: checkinHttp.Leave.parse(answer.body).leaveId, day, approved: null });
    },
    async escalate() {
      const way = wayOf();
      if (way === null) return;
      const { enrolmentId, session } = way;
      const seen = await session.send({ method: 'GET', path: `/api/checkin/enrolments/${enrolmentId}/calendar` });
      if (seen.status !== 200) return;
      const { appeals } = checkinHttp.CalendarView.parse(seen.body);
      for (const { appealId } of appeals.filter(({ status }) => status === 'dismissed')) {
        const answer = await session.send({
          method: 'POST',
          path: `/api/checkin/enrolments/${enrolmentId}/appeals/${appealId}/escalation`,
          key: `${appealId}-escalation`,
          body: { reason: 'nobody read it' },
        });
        if (answer.status !== 201 && answer.status !== 409) throw new UnexpectedAnswer('an escalation', answer);
      }
    },
  };
}

/** False where the page has closed meanwhile. */
async function paidAt(url: string): Promise<boolean> {
  try {
    await payAt(url);
    return true;
  } catch (error) {
    const isClosed = error instanceof UnexpectedAnswer && error.answer.status === 409;
    if (!isClosed) throw error;
    return false;
  }
}

async function statusOf(session: Session, enrolmentId: string): Promise<string> {
  const { status } = await session.ask(
    { method: 'GET', path: `/api/membership/enrolments/${enrolmentId}` },
    membershipHttp.EnrolmentBody,
  );
  return status;
}
