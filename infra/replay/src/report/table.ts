import type { Report } from './report';

/** The end of a run for people to read. */
export function formatTable(
  { members, totals, checkInsSent, checkInsRefused, seconds }: Report,
  currency: string,
): string {
  const removed = members.filter(({ status }) => status === 'removed');
  const money = (amountMinor: number) => formatMinor(amountMinor, currency);
  const entitledMinor = members.reduce((sum, member) => sum + member.entitledMinor, 0);
  const refusals = Object.entries(checkInsRefused)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ');
  const rows: [string, string][] = [
    ['members', String(members.length)],
    ['completed', String(members.length - removed.length)],
    ['removed', String(removed.length)],
    ...countByDate(removed.map(({ removedOn }) => removedOn ?? '')).map(([day, count]): [string, string] => [
      `  on ${day}`,
      String(count),
    ]),
    ['check-ins sent', String(checkInsSent)],
    ['check-ins refused', refusals === '' ? '0' : refusals],
    ['charged', money(totals.chargedMinor)],
    ['entitled', money(entitledMinor)],
    ['refunded', money(totals.refundedMinor)],
    ['pool', money(totals.poolMinor)],
    ['bonuses', money(totals.bonusMinor)],
    ['organiser', money(totals.organiserMinor)],
    ['charity', money(totals.charityMinor)],
    ['ledger balanced', yesOrNo(totals.ledgerBalanced)],
    ['ledger = Stripe', yesOrNo(totals.ledgerEqualsStripe)],
    ['seconds', seconds.toFixed(1)],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join('\n');
}

function countByDate(days: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Exact for amounts beyond what a floating point division keeps. */
function formatMinor(amountMinor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const text = String(amountMinor).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : text.slice(0, -digits);
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${currency} ${grouped}${digits === 0 ? '' : `.${text.slice(-digits)}`}`;
}

function yesOrNo(holds: boolean): string {
  return holds ? 'yes' : 'NO';
}
