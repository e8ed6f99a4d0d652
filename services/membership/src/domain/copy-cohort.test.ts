import { content, policy, publishedCohort, startMs, DAY_MS } from '../testing/samples';
import { copyOf } from './copy-cohort';

const order = { title: 'Write daily, again', startsOn: '2026-03-30' };
const of = (changes: Partial<typeof content>) =>
  copyOf({ ...publishedCohort(), content: { ...content, ...changes } }, order);

it('takes policy, rules and texts, and neither the passphrase nor the word in the address', () => {
  expect(of({ slug: 'write-daily', forWhom: 'Early birds' })).toEqual({
    ...content,
    title: order.title,
    slug: null,
    passphrase: null,
    forWhom: 'Early birds',
    policy: { ...policy, startsOn: order.startsOn },
    enrolUntilMs: null,
  });
});
it('moves each date by as many days as the first day', () => {
  const dated = {
    ...policy,
    restDays: { weekdays: [7], dates: ['2026-03-04', '2026-03-11'] },
    makeUp: { windowDays: null, quota: null, endsOn: '2026-03-20' },
  };
  expect(of({ policy: dated }).policy).toEqual({
    ...dated,
    startsOn: '2026-03-30',
    restDays: { weekdays: [7], dates: ['2026-04-01', '2026-04-08'] },
    makeUp: { windowDays: null, quota: null, endsOn: '2026-04-17' },
  });
});
it('keeps the end of enrolment at its hour when clocks are changed on the way', () => {
  const away = { ...policy, timeZone: 'Europe/Paris' };
  const twelveOnTheDayBefore = { policy: away, enrolUntilMs: Date.parse('2026-03-01T11:00:00Z') };
  expect(of(twelveOnTheDayBefore).enrolUntilMs).toBe(Date.parse('2026-03-29T10:00:00Z'));
});
it('closes enrolment with the first day again where it did, and leaves a draft without days as it is', () => {
  expect(of({ enrolUntilMs: startMs + DAY_MS }).enrolUntilMs).toBeNull();
  const empty = { ...publishedCohort(), content: { ...content, policy: null, enrolUntilMs: startMs } };
  expect(copyOf({ ...empty, status: 'draft' }, order)).toMatchObject({ policy: null, enrolUntilMs: null });
});
