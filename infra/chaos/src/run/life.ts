import type { FinalFacts } from '../check/facts';

/** What people, staff and banks do in a schedule; one in which nothing happens proves nothing. */
export const LIFE = [
  'payments',
  'lateJoiners',
  'checkIns',
  'handIns',
  'countedHomework',
  'homeworkAnswers',
  'leave',
  'appeals',
  'rulings',
  'refunds',
  'transfers',
  'disputesWon',
  'disputesLost',
  'handConfirmed',
  'handObjected',
  'handUnanswered',
] as const;
/** How often each was carried out. */
export type Life = Record<(typeof LIFE)[number], number>;

export const noLife = (): Life => Object.fromEntries(LIFE.map((kind) => [kind, 0])) as Life;

export function lifeOf(facts: FinalFacts, homeworkAnswers: number): Life {
  const { charges, transfers, books, calendars, acknowledged, leave, handedIn, homework, rulings } = facts;
  const refunds = books.flatMap((book) => book.refunds).filter(({ status }) => status === 'succeeded');
  const firstCloseMs = Date.parse(`${facts.policy.startsOn}T00:00:00Z`) + 86_400_000;
  const ended = (as: string) => facts.disputes.filter(({ status }) => status === as).length;
  const byHand = (as: string | null) => facts.toldByHand.filter(({ answered }) => answered === as).length;
  return {
    payments: charges.length,
    lateJoiners: calendars.filter(({ joinedAtMs }) => joinedAtMs !== null && joinedAtMs > firstCloseMs).length,
    checkIns: acknowledged.length,
    handIns: handedIn.length,
    countedHomework: homework.filter(({ counts }) => counts?.status === 'counted').length,
    homeworkAnswers,
    leave: leave.length,
    appeals: calendars.reduce((sum, { appeals }) => sum + appeals, 0),
    rulings: rulings.length,
    refunds: refunds.length,
    transfers: transfers.length,
    disputesWon: ended('won'),
    disputesLost: ended('lost'),
    handConfirmed: byHand('confirmed'),
    handObjected: byHand('objected'),
    handUnanswered: byHand(null),
  };
}
