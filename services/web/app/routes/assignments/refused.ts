/** What the services may have against an assignment, in words. */
export const REFUSED = {
  day_not_in_plan: 'assignments.dayNotRequired',
  day_not_required: 'assignments.dayNotRequired',
  day_is_past: 'assignments.dayIsPast',
  due_after_close: 'assignments.dueAfterClose',
  cohort_takes_none: 'assignments.takesNone',
  bad_rubric: 'assignments.badRubric',
  day_has_work: 'assignments.dayHasWork',
  rubric_frozen: 'assignments.rubricFrozen',
  too_many_corrections: 'assignments.tooManyCorrections',
  cohort_cancelled: 'assignments.over',
  cohort_settled: 'assignments.over',
} as const;
