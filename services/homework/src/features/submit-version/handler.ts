import { isRefused, refuse, type Refused } from '@daka/contracts';
import { characterCount } from '@daka/rules';
import { fileIdsOf, type FilesRefusal, refuseFiles } from '../../domain/files';
import type { Ports } from '../../ports';
import { type Assignment, beginWork } from '../../domain/assignment';
import { type Portfolio, submissionFor, type Submission } from '../../domain/portfolio';
import { createReadyFiles } from './ready-files';
import { refuseTooLong, submitVersion, type SubmitRefusal } from '../../domain/submit-version';

interface Command {
  assignmentId: string;
  enrolmentId: string;
  learnerId: string;
  markdown: string;
  pictures?: readonly string[] | undefined;
  /** Uploads too. */
  attachments?: readonly string[] | undefined;
}

type Needs = Pick<Ports, 'clock' | 'newId'> & {
  assignments: Pick<Ports['assignments'], 'load' | 'change'>;
  cohorts: Pick<Ports['cohorts'], 'load'>;
  drafts: Pick<Ports['drafts'], 'remove'>;
  files: Pick<Ports['files'], 'findAll' | 'use'>;
  portfolios: Pick<Ports['portfolios'], 'load' | 'change'>;
};

export type SubmitVersion = ReturnType<typeof createSubmitVersion>;

type Refusal = SubmitRefusal | FilesRefusal | 'wrong_enrolment' | 'too_long' | 'file_not_there';

/** Hands in a version of an assignment for the learner's own enrolment in the assignment's cohort. */
export function createSubmitVersion({ assignments, cohorts, drafts, files, portfolios, clock, newId }: Needs) {
  const readyFiles = createReadyFiles({ files, clock });
  return async (command: Command): Promise<Refused<Refusal> | Submission> => {
    const { enrolmentId, pictures = [], attachments = [] } = command;
    const tooLong = refuseTooLong(command.markdown);
    if (tooLong) return tooLong;
    const assignment = await assignments.load(command.assignmentId);
    const portfolio = await portfolios.load(enrolmentId);
    if (!assignment || portfolio?.learnerId !== command.learnerId || portfolio.cohortId !== assignment.cohortId) {
      return refuse('wrong_enrolment', 'The enrolment is not yours in the cohort of this assignment.', {
        fields: [{ path: 'enrolmentId', message: 'not your enrolment in this cohort' }],
      });
    }
    const ready = await readyFiles(enrolmentId, { pictures, attachments });
    if (isRefused(ready)) return ready;
    const cohort = await cohorts.load(assignment.cohortId);
    const offered = {
      newSubmissionId: newId(),
      markdown: command.markdown,
      characters: characterCount(command.markdown),
      pictures: ready.pictures,
      attachments: ready.attachments,
      submittedAtMs: clock.nowMs(),
    };
    const handIn = (into: Portfolio, at: Assignment) => {
      const events = submitVersion(into, at, cohort, offered);
      return isRefused(events) ? events : (refuseFiles(into, at, ready) ?? events);
    };
    // Who may not hand in leaves no trace on the assignment.
    const refused = handIn(portfolio, assignment);
    if (isRefused(refused)) return refused;
    const { state: asked } = await assignments.change(assignment.id, beginWork);
    const outcome = await portfolios.change(enrolmentId, (current) => handIn(current ?? portfolio, asked));
    if (isRefused(outcome)) return outcome;
    await drafts.remove(enrolmentId, assignment.id);
    const submission = submissionFor(outcome.state, assignment.id);
    if (!submission) throw new Error(`the version of ${assignment.id} was written and is not there`);
    // Where this is not written down any more, the sweep does it: the portfolio names them.
    const used = fileIdsOf(ready);
    if (used.length > 0) await files.use(used, submission.id);
    return submission;
  };
}
