import { checkinHttp } from '@daka/contracts';
import { UnexpectedAnswer } from '@daka/replay';
import type { LeaveFacts } from '../check/told';
import type { Way } from './way';

export interface Appellant {
  appeal(subject: { kind: 'rejected_entry'; day: string } | { kind: 'removal' }): Promise<void>;
  /** Appeals that nobody has answered yet. */
  openAppeals(): Promise<string[]>;
}

export interface Petitioner {
  askLeave(day: string): Promise<void>;
  /** Takes every dismissal to the platform's arbiter. */
  escalate(): Promise<void>;
}

/** Not a member yet, or nothing was decided against them. */
const NOTHING_TO_APPEAL = new Set([404, 409]);

/** Objects to what was decided against a learner. */
export function createAppellant(wayOf: () => Way | null): Appellant {
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
export function createPetitioner(wayOf: () => Way | null, leave: LeaveFacts[]): Petitioner {
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
