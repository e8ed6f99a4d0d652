import { isRefused, refuse, type Refused } from '@daka/contracts';
import { characterCount } from '@daka/rules';
import type { Ports } from '../../ports';
import { beginWork } from '../../domain/assignment';
import { submissionFor, type Submission } from '../../domain/portfolio';
import { refuseTooLong, submitVersion, type SubmitRefusal } from '../../domain/submit-version';

interface Command {
  assignmentId: string;
  enrolmentId: string;
  learnerId: string;
  markdown: string;
}

type Needs = Pick<Ports, 'clock' | 'newId'> & {
  assignments: Pick<Ports['assignments'], 'load' | 'change'>;
  cohorts: Pick<Ports['cohorts'], 'load'>;
  drafts: Pick<Ports['drafts'], 'remove'>;
  portfolios: Pick<Ports['portfolios'], 'load' | 'change'>;
};

export type SubmitVersion = ReturnType<typeof createSubmitVersion>;

/** Hands in a version of an assignment for the learner's own enrolment in the assignment's cohort. */
export function createSubmitVersion({ assignments, cohorts, drafts, portfolios, clock, newId }: Needs) {
  return async (command: Command): Promise<Refused<SubmitRefusal | 'wrong_enrolment' | 'too_long'> | Submission> => {
    const tooLong = refuseTooLong(command.markdown);
    if (tooLong) return tooLong;
    const assignment = await assignments.load(command.assignmentId);
    const portfolio = await portfolios.load(command.enrolmentId);
    if (!assignment || portfolio?.learnerId !== command.learnerId || portfolio.cohortId !== assignment.cohortId) {
      return refuse('wrong_enrolment', 'The enrolment is not yours in the cohort of this assignment.', {
        fields: [{ path: 'enrolmentId', message: 'not your enrolment in this cohort' }],
      });
    }
    const cohort = await cohorts.load(assignment.cohortId);
    const offered = {
      newSubmissionId: newId(),
      markdown: command.markdown,
      characters: characterCount(command.markdown),
      submittedAtMs: clock.nowMs(),
    };
    const refused = submitVersion(portfolio, assignment, cohort, offered);
    // Who may not hand in leaves no trace on the assignment.
    if (isRefused(refused)) return refused;
    const { state: asked } = await assignments.change(assignment.id, beginWork);
    const outcome = await portfolios.change(command.enrolmentId, (current) =>
      submitVersion(current ?? portfolio, asked, cohort, offered),
    );
    if (isRefused(outcome)) return outcome;
    await drafts.remove(command.enrolmentId, assignment.id);
    const submission = submissionFor(outcome.state, assignment.id);
    if (!submission) throw new Error(`the version of ${assignment.id} was written and is not there`);
    return submission;
  };
}
