import * as z from 'zod';
import { MOST_PICTURES } from '@daka/rules';
import { Id, Instant, PlainDate } from '../primitives';
import { WhyNone } from '../events/checkin';
import { line, page, prose } from './common';
import { FileBytes } from './files';

/** What a hand-in may hold in visible characters: more than an entry, whose share of it counts as a check-in. */
export const MOST_MARKDOWN_CHARACTERS = 20_000;
/** Markdown as people write it: not empty. */
const Markdown = z
  .string()
  .min(1)
  .describe(`At most ${MOST_MARKDOWN_CHARACTERS} visible characters, whatever their bytes`);
const Percent = z.number().min(0).max(100);
/** A reason as people write it: not empty, at most 1,000 characters. */
const Reason = prose(1_000);
/** An instant as people name it, with the offset of where they are. */
const NamedInstant = z.iso.datetime({ offset: true });

export const CohortParams = z.strictObject({ cohortId: Id });
export const AssignmentParams = z.strictObject({ assignmentId: Id });
export const SubmissionParams = z.strictObject({ submissionId: Id });
export const FeedbackParams = z.strictObject({ submissionId: Id, number: z.coerce.number().int().min(1).max(1_000) });
export const EnrolmentParams = z.strictObject({ enrolmentId: Id });

/** How many pictures a hand-in may have beside its text. */
const MostPictures = z.int().min(0).max(MOST_PICTURES);
/** Pictures that were uploaded for the enrolment and are ready, in the order in which they are shown. */
const Pictures = z.array(Id).max(MOST_PICTURES);

/** What a hand-in may have beside its text, altogether. */
export const MOST_FILES = 10;
export const MOST_FILES_BYTES = 50_000_000;
/** How many attachments a hand-in may have. */
const MostAttachments = z.int().min(0).max(MOST_FILES);
/** What somebody's device calls a file. */
const FileName = z.string().min(1).max(255);
/** A file to be saved, as it came: a PDF. */
export const Attachment = z.object({
  fileId: Id,
  /** What it is saved as. */
  name: z.string(),
  bytes: z.int().min(1),
});

/** A file is announced before its first byte, for the assignment that it is to be handed in for. */
export const HandInFileBody = z.strictObject({
  assignmentId: Id,
  kind: z.enum(['picture', 'attachment']),
  bytes: FileBytes,
  /** What an attachment is saved as; absent: `attachment.pdf`. A picture's is not kept. */
  name: FileName.optional(),
});

/** How far a part of the work may come, and what that is worth. */
export const RubricLevel = z.strictObject({ name: line(80), points: z.int().min(0).max(100) });
/** One part of what is looked at, with its levels from the least to the best. */
export const RubricCriterion = z.strictObject({ name: line(120), levels: z.array(RubricLevel).min(2).max(6) });
/** What a piece of homework is scored by: the points reached of all that there are, in percent. */
export const Rubric = z.array(RubricCriterion).min(1).max(10);
/** For each criterion, in the rubric's order, the number of the level that was reached, from 1. */
const Levels = z.array(z.int().min(1).max(6)).min(1).max(10);
/** What was reached of one criterion, in the words of the rubric. */
export const Reached = z.object({
  criterion: z.string(),
  level: z.string(),
  points: z.int().min(0),
  mostPoints: z.int().min(1),
});

export const AssignmentBody = z.strictObject({
  title: line(200),
  instructions: prose(20_000),
  dueAt: NamedInstant,
  day: PlainDate.optional(),
  weightPercent: Percent.optional(),
  /** Points rise within a criterion, and no two criteria have one name. Once somebody has handed in, it stays as it is. */
  rubric: Rubric.optional(),
  /** Absent: none. Fewer than before hold for what is handed in from now on. */
  mostPictures: MostPictures.optional(),
  /** The same of attachments. */
  mostAttachments: MostAttachments.optional(),
});
/** The assignment as it shall be from now on, whole, and why. */
export const AssignmentCorrectionBody = AssignmentBody.extend({ reason: Reason });
/** Where the assignment has a rubric, `levels` with `scorePercent` null; null alone takes the score away. */
export const ScoreBody = z.strictObject({
  scorePercent: Percent.nullable(),
  levels: Levels.optional(),
  reason: Reason,
});

export const Verdict = z.enum(['commented', 'accepted', 'changes_requested']);
export const SubmissionStatus = z.enum(['submitted', 'commented', 'accepted', 'changes_requested']);
export const HomeworkStatus = z.enum(['open', 'overdue', ...SubmissionStatus.options]);

/**
 * The check-in that homework stands for. `counted`: check-in has taken it for the day; `expected`: by the rules it counts, and check-in
 * says so in a moment; `waits`: handed in before the day opens, it counts at that instant; `none`: it counts for no day, and why.
 */
export const Counts = z.object({
  status: z.enum(['counted', 'expected', 'waits', 'none']),
  day: PlainDate.nullable(),
  /** The instant from which it counts. */
  at: Instant.nullable(),
  why: WhyNone.nullable(),
});

/** An assignment as it stands for the learner who asks. */
export const MyAssignment = z.object({
  status: HomeworkStatus,
  submissionId: Id.nullable(),
  /** Answers to it that the learner has not read. */
  unread: z.int().min(0),
  /** What was handed in counts for, or what a text of sufficient length would count for now; null: it is not known here. */
  counts: Counts.nullable(),
});

export const Assignment = z.object({
  id: Id,
  cohortId: Id,
  title: z.string(),
  instructions: z.string(),
  /** For a learner never later than the close of its day, which differs from zone to zone where days end by the learner's. */
  dueAt: Instant,
  day: PlainDate.nullable(),
  weightPercent: Percent.nullable(),
  /** What it is scored by; null: by a number, or not at all. */
  rubric: Rubric.nullable(),
  /** Both 0: it is handed in as text alone. */
  mostPictures: MostPictures,
  mostAttachments: MostAttachments,
  /** Null for those who only work here. */
  mine: MyAssignment.nullable(),
});
/** What an assignment said until it was corrected; only what was changed is there. */
export const AssignmentCorrection = z.object({
  reason: z.string(),
  correctedBy: Id,
  correctedAt: Instant,
  before: z.object({
    title: z.string().optional(),
    instructions: z.string().optional(),
    dueAt: Instant.optional(),
    day: PlainDate.nullable().optional(),
    weightPercent: Percent.nullable().optional(),
    rubric: Rubric.nullable().optional(),
    mostPictures: MostPictures.optional(),
    mostAttachments: MostAttachments.optional(),
  }),
});
export const AssignmentWithHistory = Assignment.extend({ corrections: z.array(AssignmentCorrection) });
export const Assignments = z.object({ items: z.array(Assignment) });

export const SubmissionBody = z.strictObject({
  enrolmentId: Id,
  markdown: Markdown,
  /** Those of an earlier version may be named again. */
  pictures: Pictures.optional(),
  /** Attachments likewise, by the ids of their uploads. With the pictures at most 10 files and 50 MB. */
  attachments: z.array(Id).max(MOST_FILES).optional(),
});

export const DraftBody = z.strictObject({
  markdown: Markdown,
  /** The revision that was read before (0: there was none): another one in between is not overwritten. Absent: whatever is there is. */
  revision: z.int().min(0).optional(),
});
/** What a learner has written and not handed in; one an assignment, gone once it is handed in. */
export const Draft = z.object({
  assignmentId: Id,
  markdown: z.string(),
  characters: z.int().min(0),
  revision: z.int().min(1),
  savedAt: Instant,
});

export const Feedback = z.object({
  version: z.int().min(1),
  verdict: Verdict,
  comment: z.string(),
  scorePercent: Percent.nullable(),
  /** What the score comes from, a criterion each; null: no rubric was answered. */
  reached: z.array(Reached).nullable(),
  reviewerId: Id,
  reviewedAt: Instant,
  /** What the score was before it was put right, the oldest first. */
  corrections: z.array(
    z.object({
      scorePercent: Percent.nullable(),
      reached: z.array(Reached).nullable(),
      reason: z.string(),
      correctedBy: Id,
      correctedAt: Instant,
    }),
  ),
});

export const Submission = z.object({
  id: Id,
  assignmentId: Id,
  enrolmentId: Id,
  status: SubmissionStatus,
  /** The newest version. */
  version: z.int().min(1),
  late: z.boolean(),
  submittedAt: Instant,
  /** The check-in that it stands for; null: it is not known here. */
  counts: Counts.nullable(),
  /** How many of the answers, the oldest first, the learner has read. */
  feedbackRead: z.int().min(0),
  feedback: z.array(Feedback),
});

/** How many answers were shown: one that came meanwhile stays unread. */
export const FeedbackReadBody = z.strictObject({ feedback: z.int().min(0) });
export const FeedbackRead = z.object({ submissionId: Id, feedbackRead: z.int().min(0), unread: z.int().min(0) });

export const SubmissionWithText = Submission.extend({
  versions: z.array(
    z.object({
      version: z.int().min(1),
      submittedAt: Instant,
      late: z.boolean(),
      characters: z.int(),
      markdown: z.string(),
      pictures: Pictures,
      attachments: z.array(Attachment),
    }),
  ),
});

export const FeedbackBody = z.strictObject({
  version: z.int().min(1),
  verdict: Verdict,
  comment: prose(20_000),
  /** Not where the assignment has a rubric. */
  scorePercent: Percent.optional(),
  /** Only where it has one: the score follows from them. */
  levels: Levels.optional(),
});

/** A verdict that its reviewer may still take back. Only those who review see it. */
export const KeptVerdict = z.object({
  version: z.int().min(1),
  verdict: Verdict,
  comment: z.string(),
  scorePercent: Percent.nullable(),
  reached: z.array(Reached).nullable(),
  reviewerId: Id,
  /** When it is said. Null: a newer version came meanwhile, so it is never said, and the comment is kept for its reviewer. */
  sayAt: Instant.nullable(),
});

/** Who works at a piece of work, and until when nobody else may. */
export const Claim = z.object({ submissionId: Id, reviewerId: Id, until: Instant });

/** `waiting`: all; `free`: claimed by nobody; `claimed`: by anybody; `mine`: by me; `kept`: answered, with a verdict that may still be taken back. */
export const QueueState = z.enum(['waiting', 'free', 'claimed', 'mine', 'kept']);
export const QueueFilters = { assignmentId: Id.optional(), state: QueueState.default('waiting') };

export const SnippetParams = z.strictObject({ cohortId: Id, snippetId: Id });
export const SnippetBody = z.strictObject({ text: prose(2_000) });
/** A comment that a reviewer uses again. */
export const Snippet = z.object({ id: Id, text: z.string(), savedAt: Instant });
export const Snippets = z.object({ items: z.array(Snippet) });

export const QueueItem = z.object({
  submissionId: Id,
  assignmentId: Id,
  /** Null: the assignment is not known here. */
  title: z.string().nullable(),
  dueAt: Instant.nullable(),
  enrolmentId: Id,
  memberNumber: z.int().nullable(),
  version: z.int().min(1),
  late: z.boolean(),
  characters: z.int(),
  waitingSince: Instant,
  /** By then an answer is promised. */
  promisedBy: Instant,
  /** The check-in that it stands for; null: it is not known here. */
  counts: Counts.nullable(),
  claim: Claim.nullable(),
  /** A verdict that may still be taken back, or one that the newest version overtook. */
  kept: KeptVerdict.nullable(),
});
export const ReviewQueue = page(QueueItem);

export const Completion = z.object({
  enrolmentId: Id,
  assignments: z.int(),
  submitted: z.int(),
  accepted: z.int(),
  late: z.int(),
  scorePercent: Percent.nullable(),
  /** Pieces of homework with an answer that the learner has not read. */
  feedbackUnread: z.int().min(0),
  items: z.array(
    z.object({
      assignmentId: Id,
      title: z.string(),
      dueAt: Instant,
      day: PlainDate.nullable(),
      late: z.boolean(),
      scorePercent: Percent.nullable(),
      ...MyAssignment.shape,
    }),
  ),
});
