import type { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { MemberEnrolment } from '../../domain/enrolment';
import type { Ports } from '../../ports';
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

interface Needs {
  enrolments: Pick<Ports['enrolments'], 'members'>;
  accounts: Pick<Ports['accounts'], 'displayNames' | 'byEmail'>;
  cohorts: Pick<Ports['cohorts'], 'load'>;
}

const BATCH = 500;
/** They answer for the members and hear from them by letter; nobody else learns who is behind an address. */
const MAY_ASK_BY_ADDRESS: readonly string[] = ['owner', 'class_head'];

/**
 * Members by number. Names lie with the accounts, so who is looked for is found batch by batch; a cohort has as many members as it has seats.
 */
export function createListMembers({ enrolments, accounts, cohorts }: Needs): ListMembers {
  return async ({ cohortId, accountId, afterNumber, limit, q, status }) => {
    const byAddress = q?.includes('@') && (await mayAskByAddress(cohortId, accountId)) ? await accountOf(q) : null;
    const found: FoundMember[] = [];
    const batch = q === undefined && status === undefined ? limit : BATCH;
    let place = afterNumber;
    for (;;) {
      const members = await enrolments.members(cohortId, { afterNumber: place, limit: batch });
      const fitting = members.filter((member) => status === undefined || shownStatus(member) === status);
      const names = await accounts.displayNames(fitting.map(({ learnerId }) => learnerId));
      const named = fitting.map((member) => ({ member, displayName: names.get(member.learnerId) ?? '' }));
      found.push(...(q === undefined ? named : named.filter(isMeant(q, byAddress))));
      const last = members.at(-1);
      if (last === undefined || members.length < batch || found.length >= limit) return found.slice(0, limit);
      place = last.memberNumber;
    }
  };

  async function mayAskByAddress(cohortId: string, accountId: string): Promise<boolean> {
    const staff = (await cohorts.load(cohortId))?.staff ?? [];
    return staff.some((one) => one.accountId === accountId && MAY_ASK_BY_ADDRESS.includes(one.role));
  }

  async function accountOf(email: string): Promise<string | null> {
    return (await accounts.byEmail(email.trim().toLowerCase()))?.id ?? null;
  }
}

function isMeant(q: string, byAddress: string | null): (found: FoundMember) => boolean {
  const looked = folded(q);
  const number = /^\d+$/.test(looked) ? looked : null;
  return ({ member, displayName }) =>
    member.learnerId === byAddress ||
    (number !== null && String(member.memberNumber).startsWith(number)) ||
    folded(displayName).includes(looked);
}

/** As people compare names: full width or not, capital or not. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
