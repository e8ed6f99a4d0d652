import type { Policy } from '@daka/rules';
import type { Text } from '../../texts/use-text';

const FULL_BPS = 10_000;

/** What a policy means, a sentence a matter, from the figures that the rules judge by. */
export function policySentences(text: Text, policy: Policy): string[] {
  const { makeUp, grace } = policy;
  return [
    ...work(text, policy),
    ...restDays(text, policy),
    makeUp.quota === 0
      ? text('policy.noMakeUp')
      : text('policy.makeUp', {
          window:
            makeUp.windowDays === null ? text('policy.anyTime') : text('policy.window', { days: makeUp.windowDays }),
          quota: makeUp.quota === null ? text('policy.anyTimes') : text('policy.times', { count: makeUp.quota }),
        }),
    ...(grace.days > 0 ? [text('policy.grace', { days: grace.days })] : []),
    removal(text, policy),
  ];
}

/** What is done on a day: a text, or what may stand for it. */
function work(text: Text, { checkIn, dayEndsAt: time }: Policy): string[] {
  const { accepts, minCharacters, minPictures = 1, minVoiceSeconds = 1 } = checkIn;
  const written =
    accepts.includes('entry') || accepts.includes('homework')
      ? [text('policy.write', { characters: minCharacters, time })]
      : [];
  const instead = written.length > 0 ? 'yes' : 'no';
  return [
    ...written,
    ...(accepts.includes('picture') ? [text('policy.pictures', { instead, count: minPictures, time })] : []),
    ...(accepts.includes('voice') ? [text('policy.voice', { instead, seconds: minVoiceSeconds, time })] : []),
  ];
}

/** Where the deposits go that were not earned, also when there is nobody to share them: what a learner reads before paying. */
export function forfeitSentences(text: Text, policy: Policy): string[] {
  const { finishersBps, ifNoFinishers } = policy.forfeits;
  // Without a share for finishers there is nothing to inherit.
  const inherited = finishersBps > 0 ? [text('forfeits.noFinishers', { to: ifNoFinishers })] : [];
  return [forfeitSentence(text, policy), ...inherited];
}

function forfeitSentence(text: Text, { forfeits }: Policy): string {
  const percent = (bps: number): number => (100 * bps) / FULL_BPS;
  const { finishersBps, organiserBps, charityBps, sharedBy } = forfeits;
  const parts = [
    finishersBps > 0 ? text(`forfeits.${sharedBy}`, { percent: percent(finishersBps) }) : null,
    charityBps > 0 ? text('forfeits.charity', { percent: percent(charityBps) }) : null,
    organiserBps > 0 ? text('forfeits.organiser', { percent: percent(organiserBps) }) : null,
  ];
  return text('forfeits.all', { parts: parts.filter((part) => part !== null).join(text('list.comma')) });
}

function restDays(text: Text, { restDays: { weekdays, dates } }: Policy): string[] {
  if (weekdays.length === 0 && dates.length === 0) return [];
  const names = weekdays.map((weekday) => text('policy.weekday', { weekday: `w${weekday}` }));
  if (dates.length > 0) names.push(text('policy.restDates', { count: dates.length }));
  return [text('policy.rest', { days: names.join(text('list.comma')) })];
}

function removal(text: Text, { removal: rule }: Policy): string {
  if (rule.per === 'never') return text('policy.neverRemoved');
  return text('policy.removed', { misses: rule.misses, per: rule.per });
}
