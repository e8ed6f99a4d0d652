import { enrolmentAfter, givenDraft, publishedCohort } from '../testing/samples';
import { upcastCohort, upcastCohortPage, upcastEnrolment, upcastEnrolmentEnd } from './upcast';

it('a cohort that was stored before it knew when it was settled is not settled', () => {
  const { settledAtMs: _later, ...earlier } = publishedCohort();
  expect(upcastCohort(earlier)).toEqual(publishedCohort());
  expect(upcastCohort({ ...publishedCohort(), settledAtMs: 5 })).toMatchObject({ settledAtMs: 5 });
});
it('a cohort that was stored before it had a page says nothing on it and has no address', () => {
  const { outcome: _outcome, draftedAtMs: _at, slugs: _slugs, offerToFollow: _offer, ...earlier } = publishedCohort();
  const {
    slug: _slug,
    forWhom: _who,
    whatFor: _what,
    exchanged: _given,
    description: _more,
    ...content
  } = earlier.content;
  const stored = { ...earlier, content } as typeof earlier; // as an earlier release wrote it
  expect(upcastCohortPage(stored)).toEqual({ ...publishedCohort(), draftedAtMs: 0 });
  const draft = givenDraft({ slug: 'write-daily', forWhom: 'early birds' }).state;
  expect(draft && upcastCohortPage(draft)).toEqual(draft);
});
it('an enrolment that was stored before members could be leaving is not leaving', () => {
  const { leaving: _later, ...earlier } = enrolmentAfter();
  expect(upcastEnrolment(earlier)).toEqual(enrolmentAfter());
  const leaving = { reason: 'cooling_off', askedAtMs: 5 } as const;
  expect(upcastEnrolment({ ...enrolmentAfter(), leaving })).toMatchObject({ leaving });
});
it('an enrolment that was stored before its end was kept has none to tell', () => {
  const { holdLapsedAtMs: _lapsed, endedAtMs: _ended, ...earlier } = enrolmentAfter();
  expect(upcastEnrolmentEnd(earlier)).toEqual(enrolmentAfter());
  expect(upcastEnrolmentEnd({ ...enrolmentAfter(), endedAtMs: 5 })).toMatchObject({ endedAtMs: 5 });
});
