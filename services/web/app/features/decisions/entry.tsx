import type { ReactNode } from 'react';
import { moneyText } from '../money/money-text';
import type { useDates } from '../time/use-dates';
import type { DecisionPage } from '../../api/queries';
import { useLanguage, useText } from '../../texts/use-text';
import { Line } from '../../ui/lines';
import { Long } from '../../ui/words';
import { changesTexts } from './changes';

interface EntryProps {
  entry: DecisionPage['items'][number];
  dates: ReturnType<typeof useDates>;
  /** The reader's own number; null: they are no member. */
  ownNumber: number | null;
}

/** One decision: what, about whom, as what somebody decided it, why, and how much is in question. */
export function Entry({ entry, dates, ownNumber }: EntryProps) {
  const text = useText();
  const language = useLanguage();
  const { seq, kind, at, by, memberNumber, day, outcome, amountMinor, currency, reason, hash } = entry;
  const about =
    memberNumber === null
      ? text('decisions.aboutAll')
      : memberNumber === ownNumber
        ? text('decisions.aboutYou', { number: memberNumber })
        : text('decisions.about', { number: memberNumber });
  const facts = [about, ...(day === null ? [] : [dates.day(day)]), ...outcomeOf()];
  return (
    <Line
      what={`${seq}. ${text('decisions.kind', { kind })}`}
      note={
        <>
          {facts.join(' · ')}
          {why()}
          {text('decisions.byAt', { by, time: dates.dateAndTime(at) })}
          <br />
          {/* The beginning is enough to compare by eye; the whole is checked above. */}
          <code>{hash.slice(0, 16)}</code>
        </>
      }
      {...(amountMinor === null || currency === null ? {} : { much: moneyText(language, currency, amountMinor) })}
    />
  );

  function why(): ReactNode {
    if (reason === '') return <br />;
    if (by === 'rule') return <Long>{text('answer.byRule')}</Long>;
    if (kind !== 'cohort_changed') return <Long>{reason}</Long>;
    return changesTexts(reason, text, dates.dateAndTime).map((change) => <p key={change}>{change}</p>);
  }

  function outcomeOf(): string[] {
    return outcome === null ? [] : [text('decisions.outcome', { outcome })];
  }
}
