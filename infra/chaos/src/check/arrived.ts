import { countedForMember } from './by-hand';
import { lostDispute } from './disputes';
import { sumOf, violation, type BookFacts, type Violation } from './facts';

interface Due {
  entitledMinor: number;
  bonusMinor: number;
}

/** What of a settled member's money is not where it should be: sent, payable, credit, or paid by hand. */
export function notArrived(enrolmentId: string, book: BookFacts | undefined, due: Due): Violation[] {
  const broken = (what: string) => violation('entitled_is_sent_or_payable', enrolmentId, what);
  if (!book?.isSettled) return [broken('its book is not settled')];
  const open = book.refunds.filter(({ status }) => !['succeeded', 'failed', 'otherwise'].includes(status));
  const payableMinor = 0 - (book.balances['refunds_payable'] ?? 0);
  const frozenMinor = 0 - (book.balances['deposits_frozen'] ?? 0);
  const failedMinor = sumOf(
    book.refunds.filter(({ status }) => status === 'failed'),
    ({ amountMinor }) => amountMinor,
  );
  return [
    ...(lostDispute(book) ? shortInDispute(book, due) : shortOf(book, due)).map(broken),
    ...(book.bonusMinor === due.bonusMinor
      ? []
      : [broken(`a bonus of ${book.bonusMinor}, the rules say ${due.bonusMinor}`)]),
    ...(frozenMinor === 0 ? [] : [broken(`${frozenMinor} still frozen after every answer`)]),
    ...open.map(({ period, status }) => broken(`refund ${period} is still ${status}`)),
    ...(payableMinor === failedMinor
      ? []
      : [broken(`${payableMinor} payable, but ${failedMinor} of refunds that failed`)]),
  ];
}

/** To the unit. What was paid by hand is taken off refunds and credit, whichever waited. */
function shortOf(book: BookFacts, { entitledMinor, bonusMinor }: Due): string[] {
  const { depositMinor, bonusMinor: sentBonusMinor, creditMinor } = wentOut(book);
  const handMinor = countedForMember(book);
  const sentMinor = depositMinor + sentBonusMinor + creditMinor + handMinor;
  if (handMinor > 0)
    return sentMinor === entitledMinor + bonusMinor
      ? []
      : [`${sentMinor} sent, payable, credit or by hand; the rules say ${entitledMinor + bonusMinor}`];
  return [
    ...(depositMinor === entitledMinor
      ? []
      : [`${depositMinor} of the deposit sent or payable, entitled to ${entitledMinor}`]),
    ...(sentBonusMinor + creditMinor === bonusMinor
      ? []
      : [`bonus ${sentBonusMinor} sent or payable + ${creditMinor} credit, the rules say ${bonusMinor}`]),
  ];
}

/** Who took the payment back through the bank has at least what the rules give, and nothing more is sent beside it. */
function shortInDispute(book: BookFacts, { entitledMinor, bonusMinor }: Due): string[] {
  const out = wentOut(book);
  const handMinor = countedForMember(book);
  const sentMinor = out.depositMinor + out.bonusMinor + out.creditMinor + handMinor;
  const takenMinor = sumOf(book.disputes, ({ withdrawnMinor }) => withdrawnMinor);
  const dueMinor = entitledMinor + bonusMinor;
  return sentMinor <= dueMinor && sentMinor + takenMinor >= dueMinor
    ? []
    : [`${sentMinor} sent, payable, credit or by hand beside ${takenMinor} in dispute; the rules say ${dueMinor}`];
}

function wentOut({ refunds, balances }: BookFacts) {
  const ofKind = (kind: string) =>
    sumOf(
      refunds.filter((refund) => refund.kind === kind),
      ({ amountMinor }) => amountMinor,
    );
  return {
    depositMinor: ofKind('deposit'),
    bonusMinor: ofKind('bonus'),
    creditMinor: 0 - (balances['learner_credit'] ?? 0),
  };
}
