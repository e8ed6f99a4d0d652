import { minorDigitsOf, type Policy } from '@daka/rules';
import type { Cohort } from '../../api/queries';
import { instantOf, localTimeOf } from './local-time';

/** A cohort as it stands in the form: what somebody typed, right or not. Amounts are in the currency's large unit, shares in percent. */
export interface Draft {
  title: string;
  forWhom: string;
  whatFor: string;
  exchanged: string;
  rules: readonly { title: string; text: string }[];
  passphrase: string;
  capacity: string;
  startsOn: string;
  days: string;
  timeZone: string;
  dayEndsAt: string;
  restWeekdays: readonly number[];
  /** Dates, as they are typed one after the other. */
  restDates: string;
  /** A local time in the zone; empty: with the first day. */
  enrolUntil: string;
  minCharacters: string;
  /** `files`: no text at all counts, only what the next two say. */
  accepts: 'entry' | 'homework' | 'both' | 'files';
  /** Empty: not taken. */
  minPictures: string;
  minVoiceSeconds: string;
  review: Policy['checkIn']['review'];
  makeUpDays: string;
  makeUpQuota: string;
  graceDays: string;
  removalPer: Policy['removal']['per'];
  removalMisses: string;
  appealDays: string;
  currency: string;
  entryFee: string;
  deposit: string;
  curve: Policy['refund']['curve'];
  ratio: string;
  requiredDays: string;
  cadence: Policy['refund']['cadence'];
  coolingOffDays: string;
  finishersPercent: string;
  organiserPercent: string;
  charityPercent: string;
  sharedBy: Policy['forfeits']['sharedBy'];
  ifNoFinishers: Policy['forfeits']['ifNoFinishers'];
  charityName: string;
  charityAddress: string;
}

/** What took a group to 95 %: 300 of deposit, more for longer streaks, 21 days. */
export function newDraft({ timeZone, startsOn }: { timeZone: string; startsOn: string }): Draft {
  return {
    title: '',
    forWhom: '',
    whatFor: '',
    exchanged: '',
    rules: [{ title: '', text: '' }],
    passphrase: '',
    capacity: '50',
    startsOn,
    days: '21',
    timeZone,
    dayEndsAt: '03:00',
    restWeekdays: [],
    restDates: '',
    enrolUntil: '',
    minCharacters: '30',
    accepts: 'entry',
    minPictures: '',
    minVoiceSeconds: '',
    review: 'instructor',
    makeUpDays: '2',
    makeUpQuota: '2',
    graceDays: '1',
    removalPer: 'week',
    removalMisses: '3',
    appealDays: '3',
    currency: 'CNY',
    entryFee: '1',
    deposit: '300',
    curve: 'rising',
    ratio: '3',
    requiredDays: '18',
    cadence: 'daily',
    coolingOffDays: '3',
    finishersPercent: '100',
    organiserPercent: '0',
    charityPercent: '0',
    sharedBy: 'completed',
    ifNoFinishers: 'return_pro_rata',
    charityName: '',
    charityAddress: '',
  };
}

/** What a cohort says of itself, whether it is a draft or an earlier version. */
export type Terms = Pick<
  Cohort,
  'title' | 'forWhom' | 'whatFor' | 'exchanged' | 'rules' | 'capacity' | 'appealDays' | 'policy' | 'enrolUntil'
>;

/** Stored terms in the form; what they lack is as in a new draft. */
export function draftFrom(cohort: Terms, passphrase: string | null, fresh: Draft): Draft {
  const { policy, enrolUntil } = cohort;
  const timeZone = policy?.timeZone ?? fresh.timeZone;
  return {
    ...fresh,
    title: cohort.title,
    forWhom: cohort.forWhom ?? '',
    whatFor: cohort.whatFor ?? '',
    exchanged: cohort.exchanged ?? '',
    rules: cohort.rules.length > 0 ? cohort.rules : fresh.rules,
    passphrase: passphrase ?? '',
    enrolUntil: enrolUntil === null ? '' : localTimeOf(enrolUntil, timeZone),
    capacity: cohort.capacity === null ? fresh.capacity : String(cohort.capacity),
    appealDays: String(cohort.appealDays),
    ...(policy === null ? {} : policyFields(policy as Policy, fresh)),
  };
}

function policyFields(policy: Policy, fresh: Draft): Partial<Draft> {
  const { checkIn, makeUp, removal, refund, forfeits } = policy;
  const large = (amountMinor: number): string => String(amountMinor / 10 ** minorDigitsOf(policy.currency));
  return {
    startsOn: policy.startsOn,
    days: String(policy.days),
    timeZone: policy.timeZone,
    dayEndsAt: policy.dayEndsAt,
    restWeekdays: policy.restDays.weekdays,
    restDates: policy.restDays.dates.join(', '),
    minCharacters: String(checkIn.minCharacters),
    accepts: textOf(checkIn.accepts),
    minPictures: checkIn.accepts.includes('picture') ? String(checkIn.minPictures ?? 1) : '',
    minVoiceSeconds: checkIn.accepts.includes('voice') ? String(checkIn.minVoiceSeconds ?? 1) : '',
    review: checkIn.review,
    makeUpDays: makeUp.windowDays === null ? '' : String(makeUp.windowDays),
    makeUpQuota: makeUp.quota === null ? '' : String(makeUp.quota),
    graceDays: String(policy.grace.days),
    removalPer: removal.per,
    removalMisses: removal.per === 'never' ? fresh.removalMisses : String(removal.misses),
    currency: policy.currency,
    entryFee: large(policy.entryFeeMinor),
    deposit: large(policy.depositMinor),
    curve: refund.curve,
    ratio: refund.curve === 'rising' ? String(refund.ratio) : fresh.ratio,
    requiredDays: refund.curve === 'threshold' ? String(refund.requiredDays) : fresh.requiredDays,
    cadence: refund.cadence,
    coolingOffDays: policy.coolingOffDays === undefined ? '' : String(policy.coolingOffDays),
    finishersPercent: String(forfeits.finishersBps / 100),
    organiserPercent: String(forfeits.organiserBps / 100),
    charityPercent: String(forfeits.charityBps / 100),
    sharedBy: forfeits.sharedBy,
    ifNoFinishers: forfeits.ifNoFinishers,
    charityName: policy.charity?.name ?? '',
    charityAddress: policy.charity?.address ?? '',
  };
}

function textOf(accepts: Policy['checkIn']['accepts']): Draft['accepts'] {
  if (accepts.includes('entry')) return accepts.includes('homework') ? 'both' : 'entry';
  return accepts.includes('homework') ? 'homework' : 'files';
}

/** What counts as a check-in, each with its least. */
function acceptedBy({ accepts, minPictures, minVoiceSeconds }: Draft): Partial<Policy['checkIn']> {
  const texts = { entry: ['entry'], homework: ['homework'], both: ['entry', 'homework'], files: [] } as const;
  const pictures = minPictures.trim() !== '';
  const voice = minVoiceSeconds.trim() !== '';
  return {
    accepts: [...texts[accepts], ...(pictures ? (['picture'] as const) : []), ...(voice ? (['voice'] as const) : [])],
    ...(pictures && { minPictures: number(minPictures) }),
    ...(voice && { minVoiceSeconds: number(minVoiceSeconds) }),
  };
}

/**
 * The policy as typed, for the schema to judge: what is no number is NaN, and what the form does not ask for stays as it was stored.
 * @param stored the policy of the draft so far; null: it has none.
 */
export function policyOf(draft: Draft, stored: Policy | null): Policy {
  const { removalPer, curve, cadence } = draft;
  const bps = (percent: string): number => exact(number(percent) * 100);
  const minor = (amount: string): number => exact(number(amount) * 10 ** minorDigitsOf(draft.currency));
  const charity = { name: draft.charityName.trim(), address: draft.charityAddress.trim() };
  const { charity: _charity, coolingOffDays: _days, ...kept } = stored ?? ({} as Partial<Policy>);
  return {
    ...kept,
    currency: draft.currency,
    entryFeeMinor: minor(draft.entryFee),
    depositMinor: minor(draft.deposit),
    startsOn: draft.startsOn,
    days: number(draft.days),
    timeZone: draft.timeZone,
    dayBoundary: stored?.dayBoundary ?? 'cohort',
    dayEndsAt: draft.dayEndsAt,
    restDays: { weekdays: [...draft.restWeekdays], dates: datesIn(draft.restDates) },
    checkIn: {
      accepts: [],
      ...withoutLeast(stored?.checkIn),
      ...acceptedBy(draft),
      minCharacters: number(draft.minCharacters),
      review: draft.review,
      aheadDays: stored === null ? 0 : stored.checkIn.aheadDays,
    },
    makeUp: { ...stored?.makeUp, windowDays: orNone(draft.makeUpDays), quota: orNone(draft.makeUpQuota) },
    grace: { days: number(draft.graceDays) },
    removal: removalPer === 'never' ? { per: 'never' } : { misses: number(draft.removalMisses), per: removalPer },
    refund: {
      flat: { curve: 'flat' as const, cadence },
      rising: { curve: 'rising' as const, ratio: number(draft.ratio), cadence },
      threshold: { curve: 'threshold' as const, requiredDays: number(draft.requiredDays), cadence },
    }[curve],
    ...(draft.coolingOffDays.trim() === '' ? {} : { coolingOffDays: number(draft.coolingOffDays) }),
    ...(charity.name === '' && charity.address === '' ? {} : { charity }),
    forfeits: {
      finishersBps: bps(draft.finishersPercent),
      organiserBps: bps(draft.organiserPercent),
      charityBps: bps(draft.charityPercent),
      sharedBy: draft.sharedBy,
      ifNoFinishers: draft.ifNoFinishers,
    },
  };
}

function withoutLeast(checkIn: Policy['checkIn'] | undefined): Partial<Policy['checkIn']> {
  const { minPictures: _, minVoiceSeconds: _seconds, ...kept } = checkIn ?? ({} as Partial<Policy['checkIn']>);
  return kept;
}

/** What the cohort has beside its policy; what is empty is left out, and a draft may lack it. A passphrase is taken once it stands in a rule. */
export function contentOf(draft: Draft) {
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const rules = draft.rules.filter(({ title, text: words }) => title.trim() !== '' || words.trim() !== '');
  const capacity = number(draft.capacity);
  return {
    title: draft.title.trim(),
    forWhom: text(draft.forWhom),
    whatFor: text(draft.whatFor),
    exchanged: text(draft.exchanged),
    ...(rules.length > 0 ? { rules } : {}),
    ...(isHidden(draft) ? { passphrase: draft.passphrase.trim() } : {}),
    ...(Number.isInteger(capacity) ? { capacity } : {}),
    appealDays: number(draft.appealDays),
    enrolUntil: enrolUntilOf(draft),
  };
}

/** Null: with the first day, or it cannot be read. */
export function enrolUntilOf({ enrolUntil, timeZone }: Pick<Draft, 'enrolUntil' | 'timeZone'>): string | null {
  return instantOf(enrolUntil, timeZone.trim());
}

/** What stands between commas or spaces, each once and in order; what is no date is left for the schema to refuse. */
function datesIn(typed: string): string[] {
  return [...new Set(typed.split(/[\s,，、;；]+/).filter((part) => part !== ''))].sort();
}

/** Whether there is a passphrase, and a rule in whose text to find it. */
export function isHidden({ passphrase, rules }: Pick<Draft, 'passphrase' | 'rules'>): boolean {
  const word = passphrase.trim();
  return word !== '' && rules.some(({ text }) => text.includes(word));
}

export function number(typed: string): number {
  const trimmed = typed.trim();
  return /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** Empty: without a limit. */
function orNone(typed: string): number | null {
  return typed.trim() === '' ? null : number(typed);
}

/** 19.99 * 100 is 1998.9999999999998; what has more digits than the unit stays wrong, and is refused. */
function exact(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value - rounded) < 1e-6 ? rounded : value;
}
