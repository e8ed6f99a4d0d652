import type { PlainDate } from '@daka/rules';
import type { Outcome, Progress, Totals } from '../run/collect';
import type { SandboxState } from '../run/sandbox-state';
import type { SentLines } from '../run/send-lines';
import type { SettledCohort } from '../run/settle';
import { ledgerEqualsStripe } from './compare';

/** What became of one member; amounts in minor units. `refundedMinor` is of the deposit; the bonus stands apart. */
export interface MemberReport {
  member: string;
  memberNumber: number;
  status: 'completed' | 'removed';
  removedOn: PlainDate | null;
  done: number;
  missed: number;
  entitledMinor: number;
  refundedMinor: number;
  bonusMinor: number;
}

export interface Report {
  members: MemberReport[];
  totals: {
    chargedMinor: number;
    refundedMinor: number;
    poolMinor: number;
    bonusMinor: number;
    organiserMinor: number;
    charityMinor: number;
    ledgerBalanced: boolean;
    ledgerEqualsStripe: boolean;
  };
  checkInsSent: number;
  checkInsRefused: Record<string, number>;
  seconds: number;
}

export interface Findings {
  /** Names by enrolment, in the record's order. */
  members: ReadonlyMap<string, string>;
  outcome: Outcome;
  settled: SettledCohort;
  sandbox: SandboxState;
  lines: SentLines;
  seconds: number;
}

/** Puts what the services and the processor say into one report. Throws when a service has lost a member. */
export function buildReport({ members, outcome, settled, sandbox, lines, seconds }: Findings): Report {
  const progressOf = new Map(outcome.progress.map((progress) => [progress.enrolmentId, progress]));
  const totalsOf = new Map(outcome.totals.map((totals) => [totals.enrolmentId, totals]));
  const reports = [...members].map(([enrolmentId, member]) =>
    memberReport(
      member,
      found(progressOf, enrolmentId, member, 'checkin'),
      found(totalsOf, enrolmentId, member, 'payment'),
    ),
  );
  return {
    members: reports,
    totals: {
      chargedMinor: outcome.accounts.chargedMinor,
      refundedMinor: sum(reports, ({ refundedMinor }) => refundedMinor),
      poolMinor: settled.poolMinor,
      bonusMinor: sum(reports, ({ bonusMinor }) => bonusMinor),
      organiserMinor: settled.organiserMinor,
      charityMinor: settled.charityMinor,
      ledgerBalanced: outcome.accounts.ledgerBalanced,
      ledgerEqualsStripe: ledgerEqualsStripe(outcome, sandbox),
    },
    checkInsSent: lines.sent,
    checkInsRefused: lines.refused,
    seconds,
  };
}

function memberReport(member: string, progress: Progress, totals: Totals): MemberReport {
  const { memberNumber, removedOn, done, missed, entitledMinor } = progress;
  const { refundedMinor, bonusMinor } = totals;
  return {
    member,
    memberNumber,
    status: removedOn === null ? 'completed' : 'removed',
    removedOn,
    done,
    missed,
    entitledMinor,
    refundedMinor,
    bonusMinor,
  };
}

function found<T>(known: ReadonlyMap<string, T>, enrolmentId: string, member: string, service: string): T {
  const one = known.get(enrolmentId);
  if (one === undefined) throw new Error(`${service} does not know ${member} (enrolment ${enrolmentId})`);
  return one;
}

function sum<T>(items: readonly T[], amountOf: (item: T) => number): number {
  return items.reduce((total, item) => total + amountOf(item), 0);
}
