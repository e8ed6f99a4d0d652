import type { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { MemberEnrolment } from '../../domain/enrolment';
import type { NumberedMember, Ports } from '../../ports';
import { shownStatus } from '../present/enrolment';

type Filters = z.output<z.ZodObject<typeof membershipHttp.MemberFilters>>;

export interface MembersQuestion extends Filters {
  cohortId: string;
  /** Who asks. */
  accountId: string;
  afterNumber: number;
  limit: number;
}

export interface FoundMember {
  member: MemberEnrolment;
  displayName: string;
}

export type ListMembers = (question: MembersQuestion) => Promise<FoundMember[]>;

type Question = Omit<MembersQuestion, 'q'>;
type Names = ReadonlyMap<string, string>;

interface Needs {
  enrolments: Pick<Ports['enrolments'], 'members' | 'numbered' | 'membersNumbered'>;
  accounts: Pick<Ports['accounts'], 'displayNames' | 'byEmail'>;
  cohorts: Pick<Ports['cohorts'], 'load'>;
}

const BATCH = 500;
/** They answer for the members and hear from them by letter; nobody else learns who is behind an address. */
const MAY_ASK_BY_ADDRESS: readonly string[] = ['owner', 'class_head'];

/**
 * Members by number. Names lie with the accounts, and no index knows how people compare them: who is looked for is found among the numbers and names
 * of all, and read whole only then; a cohort has as many members as it has seats.
 */
export function createListMembers({ enrolments, accounts, cohorts }: Needs): ListMembers {
  return async ({ q, ...question }) => (q === undefined ? inTurn(question) : lookedFor(q, question));

  async function inTurn({ cohortId, afterNumber, limit, status }: Question): Promise<FoundMember[]> {
    const found: FoundMember[] = [];
    const batch = status === undefined ? limit : BATCH;
    for (let place = afterNumber; ;) {
      const members = await enrolments.members(cohortId, { afterNumber: place, limit: batch });
      const fitting = members.filter(isShownAs(status));
      const names = await accounts.displayNames(fitting.map(({ learnerId }) => learnerId));
      found.push(...fitting.map(named(names)));
      const last = members.at(-1);
      if (last === undefined || members.length < batch || found.length >= limit) return found.slice(0, limit);
      place = last.memberNumber;
    }
  }

  async function lookedFor(q: string, { cohortId, accountId, afterNumber, limit, status }: Question) {
    const [byAddress, all] = await Promise.all([
      q.includes('@') ? accountBehind(q, { cohortId, accountId }) : null,
      enrolments.numbered(cohortId, afterNumber),
    ]);
    const names = await accounts.displayNames(all.map(({ learnerId }) => learnerId));
    const meant = all.filter(isMeant({ q, byAddress, names })).map(({ memberNumber }) => memberNumber);
    const found: FoundMember[] = [];
    const batch = status === undefined ? limit : BATCH;
    for (let at = 0; at < meant.length && found.length < limit; at += batch) {
      const members = await enrolments.membersNumbered(cohortId, meant.slice(at, at + batch));
      found.push(...members.filter(isShownAs(status)).map(named(names)));
    }
    return found.slice(0, limit);
  }

  async function accountBehind(email: string, { cohortId, accountId }: Pick<Question, 'cohortId' | 'accountId'>) {
    if (!(await mayAskByAddress(cohortId, accountId))) return null;
    return (await accounts.byEmail(email.trim().toLowerCase()))?.id ?? null;
  }

  async function mayAskByAddress(cohortId: string, accountId: string): Promise<boolean> {
    const staff = (await cohorts.load(cohortId))?.staff ?? [];
    return staff.some((one) => one.accountId === accountId && MAY_ASK_BY_ADDRESS.includes(one.role));
  }
}

function isShownAs(status: Filters['status']): (member: MemberEnrolment) => boolean {
  return (member) => status === undefined || shownStatus(member) === status;
}

const named =
  (names: Names) =>
  (member: MemberEnrolment): FoundMember => ({ member, displayName: names.get(member.learnerId) ?? '' });

interface Sought {
  q: string;
  /** Whose whole address was asked for. */
  byAddress: string | null;
  names: Names;
}

function isMeant({ q, byAddress, names }: Sought): (member: NumberedMember) => boolean {
  const looked = folded(q);
  const number = /^\d+$/.test(looked) ? looked : null;
  return ({ learnerId, memberNumber }) =>
    learnerId === byAddress ||
    (number !== null && String(memberNumber).startsWith(number)) ||
    folded(names.get(learnerId) ?? '').includes(looked);
}

/** As people compare names: full width or not, capital or not. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
