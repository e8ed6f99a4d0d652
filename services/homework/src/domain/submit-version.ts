import { refuse, type Refused } from '@daka/contracts';
import type { Assignment } from './assignment';
import { latestVersion, submissionFor, type Portfolio, type PortfolioEvent } from './portfolio';

/** A learner's work is read whole by a person: more versions than this are a mistake or an attack. */
export const MAX_VERSIONS = 20;

export interface OfferedVersion {
  /** Used when this is the first version. */
  newSubmissionId: string;
  markdown: string;
  characters: number;
  submittedAtMs: number;
}

export type SubmitRefusal = 'not_a_member' | 'already_accepted' | 'already_reviewed' | 'too_many_versions' | 'empty';

/** A version is taken until a reviewer has ended the review; after `changes_requested` the next one is welcome. */
export function submitVersion(
  portfolio: Portfolio,
  assignment: Assignment,
  offered: OfferedVersion,
): Refused<SubmitRefusal> | PortfolioEvent[] {
  if (portfolio.status !== 'member') return refuse('not_a_member', 'Homework is for admitted members of the cohort.');
  if (offered.characters === 0) {
    return refuse('empty', 'The text has no characters.', { fields: [{ path: 'markdown', message: 'write something' }] });
  }
  const earlier = submissionFor(portfolio, assignment.id);
  if (earlier?.status === 'accepted') return refuse('already_accepted', 'The homework is accepted and done.');
  if (earlier?.status === 'commented') return refuse('already_reviewed', 'The homework was reviewed.');
  const version = earlier ? latestVersion(earlier).version + 1 : 1;
  if (version > MAX_VERSIONS) return refuse('too_many_versions', `At most ${MAX_VERSIONS} versions.`);
  return [
    {
      type: 'version-submitted',
      submissionId: earlier?.id ?? offered.newSubmissionId,
      assignmentId: assignment.id,
      day: assignment.day,
      markdown: offered.markdown,
      version: {
        version,
        characters: offered.characters,
        submittedAtMs: offered.submittedAtMs,
        late: offered.submittedAtMs >= assignment.dueAtMs,
      },
    },
  ];
}
