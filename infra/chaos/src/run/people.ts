import { apply, payAt, UnexpectedAnswer, type Account, type Client, type OpenCohort } from '@daka/replay';
import type { HandedInFacts, LeaveFacts, ToldByHandFacts } from '../check/told';
import type { Person } from '../plan/people';
import type { Processor } from '../world/processor';
import { createAppellant, createPetitioner, type Appellant, type Petitioner } from './petitions';
import { createPayee, type Payee } from './payee';
import { createScholar, type Scholar } from './scholar';
import { onceMember, type Way } from './way';

/** A learner at work: every request is sent until there is a definite answer. */
export interface Learner extends Appellant, Petitioner, Scholar, Payee {
  apply(): Promise<void>;
  pay(): Promise<void>;
  payAgain(price: { currency: string; amountMinor: number }): Promise<void>;
  letExpire(): Promise<void>;
  leave(): Promise<void>;
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
  /** Homework to which there was a 201. */
  handedIn: HandedInFacts[];
  /** What the owner was answered to have told, and the learner to have said of it. */
  toldByHand: ToldByHandFacts[];
  /** Pages beside Daka's own at which was paid. */
  extraPages: string[];
}

interface LearnerOptions {
  client: Client;
  processor: Processor;
  cohort: OpenCohort;
  person: Person;
  account: Account;
}

export function createLearner({ client, processor, cohort, person, account }: LearnerOptions): Learner {
  const record: LearnerRecord = {
    acknowledged: [],
    asked: [],
    leave: [],
    handedIn: [],
    toldByHand: [],
    extraPages: [],
  };
  let way: Way | null = null;
  let hasPaid = false;
  let tries = 0;

  /** Enters the day once it is known whether the learner is a member; a refusal is an answer too. */
  async function checkIn(day: string, characters: number): Promise<void> {
    if (way === null || !hasPaid) return;
    const { session, enrolmentId } = way;
    record.asked.push({ enrolmentId, day });
    await onceMember(way, async () => {
      tries += 1;
      const answer = await session.send({
        method: 'POST',
        path: `/api/checkin/enrolments/${enrolmentId}/entries`,
        key: `${enrolmentId}-${day}-${tries}`,
        body: { day, text: 'x'.repeat(characters) },
      });
      if (answer.status === 404 || answer.code === 'not_admitted') return null;
      if (answer.status === 201) record.acknowledged.push({ enrolmentId, day });
      else if (answer.status !== 409 && answer.status !== 422)
        throw new UnexpectedAnswer(`the check-in of ${day}`, answer);
      return 'done';
    });
  }

  return {
    record,
    checkIn,
    ...createAppellant(() => way),
    ...createPetitioner(() => way, record.leave),
    ...createScholar(() => (hasPaid ? way : null), record),
    ...createPayee(() => way, record.toldByHand),
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
      if (way !== null) await withdraw(way);
    },
  };
}

async function withdraw({ session, enrolmentId }: Way): Promise<void> {
  const path = `/api/membership/enrolments/${enrolmentId}/withdrawal`;
  const answer = await session.send({ method: 'POST', path, body: {} });
  if (answer.status !== 200 && answer.code !== 'enrolment_ended') throw new UnexpectedAnswer('leaving', answer);
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
