import * as z from 'zod';
import { Id, Instant } from '../primitives';
import { page } from './common';

/** Lines under the first, which names the columns. */
export const MOST_IMPORTED_LINES = 2_000;
const MOST_CHARACTERS = 400_000;

/** A table as RFC 4180 says (also with semicolons or tabs), its columns named in the first line: a name and an e-mail address of each learner. */
export const ImportBody = z.strictObject({ csv: z.string().min(1).max(MOST_CHARACTERS) });
/** What is to be done is named by the digest of what was checked: anything else is refused. */
export const ConfirmImportBody = ImportBody.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/) });

export const LineProblem = z.object({
  /** As editors count, from 1. */
  line: z.int().min(1),
  /** `line`: the whole of it. */
  column: z.enum(['line', 'name', 'email']),
  why: z.enum([
    /** The first line names no such column. */
    'no_such_column',
    'missing',
    'not_valid',
    'too_long',
    /** Characters that were lost when the file was written or read. */
    'unreadable',
    /** More or fewer cells than columns. */
    'wrong_count',
    /** A quote that is not closed, or stands in the middle. */
    'bad_quote',
    /** The same address stands on another line. */
    'twice',
    'is_a_member',
    'too_many_lines',
  ]),
  /** The other line of the same address, or the member number. */
  other: z.int().min(1).nullable(),
});
export type LineProblem = z.infer<typeof LineProblem>;

const ImportedLine = z.object({ line: z.int().min(1), name: z.string(), email: z.string() });
/** What an import does, or would do: whoever is invited gets one letter, unless any line has a problem. */
export const ImportReport = z.object({
  digest: z.string(),
  lines: z.int().min(0),
  /** Who gets a letter. */
  invited: z.array(ImportedLine).max(MOST_IMPORTED_LINES),
  /** Who was invited before, and gets no second letter. */
  known: z.array(ImportedLine).max(MOST_IMPORTED_LINES),
  /** All of them, line by line. */
  problems: z.array(LineProblem),
});

/** Somebody who was invited by an import, and what became of it. */
export const InvitedLearner = z.object({
  id: Id,
  /** What the staff called them. */
  name: z.string(),
  email: z.string(),
  /**
   * `joined`: a member of the cohort has this address. `opened`: the link was used. `waiting`: it is still good. `withdrawn`: it opens nothing, unless another letter is sent.
   * `expired`: they may be invited again.
   */
  state: z.enum(['joined', 'opened', 'waiting', 'withdrawn', 'expired']),
  /** Null: no member. */
  memberNumber: z.int().min(1).nullable(),
  invitedAt: Instant,
  expiresAt: Instant,
  /** From when on one more letter may be sent; null: none may. */
  nextLetterAt: Instant.nullable(),
  /** Whether it may be sent now. */
  mayWriteAgain: z.boolean(),
});
/** In no order that means anything, but always the same; forgotten thirty days after they expired. */
export const InvitedLearnersPage = page(InvitedLearner);

/** Where a link of such a letter leads, once it was used. */
export const UseLearnerInvitationBody = z.strictObject({
  token: z.string().regex(/^[\w-]{43}$/, 'the 43 characters behind the # of the link'),
});
export const LearnerInvitationBody = z.object({
  cohortId: Id,
  title: z.string(),
  organisation: z.string(),
  /** What the organisation called whoever it invited. */
  name: z.string(),
  usedAt: Instant,
});
