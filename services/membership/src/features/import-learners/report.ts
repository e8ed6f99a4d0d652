import { membershipHttp as http } from '@daka/contracts';
import type { z } from 'zod';
import { faultsOfMembers, inOrder, type Judges, readLearners } from '../../domain/learner-table';
import type { Ports } from '../../ports';

export type Report = z.infer<typeof http.ImportReport>;
export type ReportNeeds = Pick<
  Ports,
  'accounts' | 'enrolments' | 'learnerInvitations' | 'readTable' | 'ids' | 'wallClock'
>;

const judges: Judges = {
  nameOf: (text) => http.SignUpBody.shape.displayName.safeParse(text).data ?? null,
  emailOf: (text) => http.Email.safeParse(text).data ?? null,
};

/** What an import of that table would do now; its digest stands for all of it. */
export function createReport({
  accounts,
  enrolments,
  learnerInvitations,
  readTable,
  ids,
  wallClock,
}: ReportNeeds): (cohortId: string, csv: string) => Promise<Report> {
  return async (cohortId, csv) => {
    const { learners, faults } = readLearners(readTable(csv), judges);
    const emails = learners.map(({ email }) => email);
    const known = await learnerInvitations.known(cohortId, emails, wallClock.nowMs());
    const members = faultsOfMembers(learners, await memberNumbers(cohortId, emails));
    const isFaulty = new Set(members.map(({ line }) => line));
    const sound = learners.filter(({ line }) => !isFaulty.has(line));
    const said = {
      lines: learners.length,
      invited: sound.filter(({ email }) => !known.has(email)),
      known: sound.filter(({ email }) => known.has(email)),
      problems: inOrder([...faults, ...members]),
    };
    return { digest: ids.digest(JSON.stringify([cohortId, said])), ...said };
  };

  /** By address, of those who are members now; nothing is told of any other account. */
  async function memberNumbers(cohortId: string, emails: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const accountIds = await accounts.idsByEmail(emails);
    const numbers = await enrolments.numbersOf(cohortId, [...accountIds.values()]);
    const found = [...accountIds].map(([email, id]) => [email, numbers.get(id)] as const);
    return new Map(found.filter((pair): pair is [string, number] => pair[1] !== undefined));
  }
}
