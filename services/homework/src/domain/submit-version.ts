import { homeworkHttp, refuse, type Refused } from '@daka/contracts';
import { holdsAtMost } from '@daka/rules';
import type { Assignment } from './assignment';
import type { Cohort } from './cohort';
import { countsIfHandedIn, dueFor } from './learner-days';
import { handedInAtMs } from './set-watermark';
import {
  type Attachment,
  latestVersion,
  submissionFor,
  type Portfolio,
  type PortfolioEvent,
  type Submission,
} from './portfolio';

/** A learner's work is read whole by a person: more versions than this are a mistake or an attack. */
export const MAX_VERSIONS = 20;

export interface OfferedVersion {
  /** Used when this is the first version. */
  newSubmissionId: string;
  markdown: string;
  characters: number;
  /** Uploads that are ready. */
  pictures: readonly string[];
  attachments: readonly Attachment[];
  submittedAtMs: number;
}

/** Why nothing is taken for an assignment any more, or not yet. */
export type ClosedRefusal = 'not_a_member' | 'cohort_settled' | 'already_accepted' | 'already_reviewed';

export type SubmitRefusal = ClosedRefusal | 'too_many_versions' | 'empty';

/** Whether an assignment takes nothing of this learner, whatever it is; null: it does. */
export function refuseClosed(
  portfolio: Portfolio,
  assignment: Assignment,
  cohort: Cohort | null,
): Refused<ClosedRefusal> | null {
  if (portfolio.status !== 'member') return refuse('not_a_member', 'Homework is for admitted members of the cohort.');
  if (cohort?.settled) return refuse('cohort_settled', 'The cohort is settled: nothing is handed in any more.');
  return reviewEnded(submissionFor(portfolio, assignment.id)) ?? null;
}

/** A version is taken until a reviewer has ended the review; after `changes_requested` the next one is welcome. */
export function submitVersion(
  portfolio: Portfolio,
  assignment: Assignment,
  cohort: Cohort | null,
  offered: OfferedVersion,
): Refused<SubmitRefusal> | PortfolioEvent[] {
  const closed = refuseClosed(portfolio, assignment, cohort);
  if (closed) return closed;
  if (offered.characters === 0) {
    return refuse('empty', 'The text has no characters.', {
      fields: [{ path: 'markdown', message: 'write something' }],
    });
  }
  const earlier = submissionFor(portfolio, assignment.id);
  const submittedAtMs = handedInAtMs(portfolio, offered.submittedAtMs);
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
        pictures: offered.pictures,
        attachments: offered.attachments,
        submittedAtMs,
        late: submittedAtMs >= dueFor(portfolio, cohort, assignment),
      },
      counts: counts(portfolio, assignment, cohort, { ...offered, submittedAtMs }),
    },
  ];
}

/** A text that a hand-in cannot hold; null: it can. */
export function refuseTooLong(markdown: string): Refused<'too_long'> | null {
  if (holdsAtMost(markdown, homeworkHttp.MOST_MARKDOWN_CHARACTERS)) return null;
  const maxCharacters = homeworkHttp.MOST_MARKDOWN_CHARACTERS;
  const message = `at most ${maxCharacters} characters that are not spaces`;
  return refuse('too_long', `Homework holds ${message}.`, {
    fields: [{ path: 'markdown', message }],
    extra: { maxCharacters },
  });
}

/** Whether a review has ended, so that nothing more is written. */
export function reviewEnded(
  submission: Submission | undefined,
): Refused<'already_accepted' | 'already_reviewed'> | undefined {
  if (submission?.status === 'accepted') return refuse('already_accepted', 'The homework is accepted and done.');
  if (submission?.status === 'commented') return refuse('already_reviewed', 'The homework was reviewed.');
  return undefined;
}

/** What an earlier version counts for stays; one that counted for nothing gets another try. */
function counts(
  portfolio: Portfolio,
  assignment: Assignment,
  cohort: Cohort | null,
  { characters, submittedAtMs }: OfferedVersion,
) {
  const earlier = submissionFor(portfolio, assignment.id)?.counts;
  if (earlier && earlier.status !== 'none') return earlier;
  return countsIfHandedIn(portfolio, cohort, assignment, { characters, atMs: submittedAtMs });
}
