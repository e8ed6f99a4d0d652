import { LONGEST_BACK_MS } from '../plan/acts';
import { violation, type FinalFacts, type Violation } from './facts';

/** In the end: who is a member has paid, before and not after; membership and the calendar say the same instant, from which days count. */
export function brokenJoining({ calendars, books, enrolments }: FinalFacts): Violation[] {
  const broken = (who: string, what: string) => violation('joined_when_paid', who, what);
  return calendars
    .filter(({ status }) => status !== 'waiting')
    .flatMap(({ enrolmentId, joinedAtMs }) => {
      const admittedAtMs = enrolments.find((one) => one.enrolmentId === enrolmentId)?.admittedAtMs ?? null;
      const paidAtMs = books.find((one) => one.enrolmentId === enrolmentId)?.paidAtMs ?? null;
      if (joinedAtMs === null) return [];
      return [
        ...(joinedAtMs === admittedAtMs
          ? []
          : [broken(enrolmentId, `days count from ${joinedAtMs}, membership admitted at ${admittedAtMs}`)]),
        // Somebody's clock may have been set back between the two.
        ...(paidAtMs !== null && paidAtMs <= joinedAtMs + LONGEST_BACK_MS
          ? []
          : [broken(enrolmentId, `days count from ${joinedAtMs}, paid at ${paidAtMs}`)]),
      ];
    });
}
