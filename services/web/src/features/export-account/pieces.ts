import { z } from 'zod';
import type { OwnAnswers, Upstreams } from '../../ports';

export const EXPORT_KIND = 'daka.account.v1';

const PAGE = 'limit=100';
const Page = z.object({ items: z.array(z.unknown()), nextCursor: z.string().optional() });
const Enrolments = z.array(z.object({ id: z.string(), cohortId: z.string() }));
const Assignments = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
const Roles = z.array(z.object({ cohortId: z.string(), role: z.string() }));
/** Who keeps comments to use again. */
const REVIEWERS: readonly string[] = ['instructor', 'class_head', 'owner'];
const Version = z.object({
  pictures: z.array(z.string()).default([]),
  attachments: z.array(z.object({ fileId: z.string() })).default([]),
});
const Submission = z.object({ versions: z.array(Version).default([]) });
const Calendar = z.object({
  days: z.array(
    z.object({ entry: z.object({ files: z.array(z.object({ fileId: z.string() })).optional() }).optional() }),
  ),
});

interface Export {
  ask: OwnAnswers;
  authorization: string;
  /** An instant in ISO 8601. */
  now: string;
}

/**
 * Everything that is kept of an account as one JSON document, piece by piece: at no time is more than one answer of a service held.
 * Each part is what its service answers by its contract; null where it has nothing for this account.
 */
export async function* accountPieces(options: Export): AsyncGenerator<string> {
  const { now } = options;
  const of = partsOf(options);
  const account = await of.text('membership', '/accounts/me');
  yield `{"kind":"${EXPORT_KIND}","exportedAt":"${now}","account":${account}`;
  yield* of.named('secondFactor', 'membership', '/accounts/me/second-factor');
  yield* of.named('signIns', 'membership', '/sessions');
  yield* of.named('invitations', 'membership', '/invitations');
  yield* of.list('roles', 'membership', '/accounts/me/roles');
  const reviewsAt = await reviewedCohort(of);
  // They are the same in every cohort.
  if (reviewsAt !== null) yield* of.named('snippets', 'homework', `/cohorts/${reviewsAt}/snippets`);
  yield* of.list('acts', 'membership', '/accounts/me/acts');
  yield ',"enrolments":[';
  let before = '';
  for await (const page of of.pages('membership', '/enrolments')) {
    for (const { id, cohortId } of Enrolments.parse(page)) {
      yield before;
      before = ',';
      yield* enrolmentPieces(of, id, cohortId);
    }
  }
  yield ']}\n';
}

type Parts = ReturnType<typeof partsOf>;

async function* enrolmentPieces(of: Parts, enrolmentId: string, cohortId: string): AsyncGenerator<string> {
  const path = `/enrolments/${enrolmentId}`;
  yield `{"enrolment":${await of.text('membership', path)}`;
  yield* of.named('terms', 'membership', `${path}/terms`);
  const calendar = await of.text('checkin', `${path}/calendar`);
  yield `,"calendar":${calendar},"files":${JSON.stringify(filesOf(enrolmentId, calendar))}`;
  yield* of.named('appeals', 'checkin', `${path}/appeals`);
  yield* of.named('checkout', 'payment', `${path}/checkout`);
  yield* of.named('statement', 'payment', `${path}/statement`);
  yield* of.named('manualPayouts', 'payment', `${path}/manual-payouts`);
  yield ',"homework":[';
  let before = '';
  const assignments = await of.text('homework', `/cohorts/${cohortId}/assignments`);
  for (const assignment of Assignments.nullable().parse(JSON.parse(assignments))?.items ?? []) {
    yield `${before}{"assignment":${JSON.stringify(assignment)}`;
    before = ',';
    const submission = await of.text('homework', `/assignments/${assignment.id}/submissions/mine`);
    yield `,"submission":${submission},"files":${JSON.stringify(handedInFilesOf(enrolmentId, submission))}`;
    yield* of.named('draft', 'homework', `/assignments/${assignment.id}/drafts/mine`);
    yield '}';
  }
  yield ']}';
}

/** A cohort whose work the account reviews; null: none. */
async function reviewedCohort(of: Parts): Promise<string | null> {
  for await (const page of of.pages('membership', '/accounts/me/roles')) {
    const found = Roles.parse(page).find(({ role }) => REVIEWERS.includes(role));
    if (found !== undefined) return found.cohortId;
  }
  return null;
}

/** Where pictures and voice notes are to be had: each is a file of its own. */
function filesOf(enrolmentId: string, calendar: string): string[] {
  const days = Calendar.nullable().parse(JSON.parse(calendar))?.days ?? [];
  const files = days.flatMap(({ entry }) => entry?.files ?? []);
  return files.map(({ fileId }) => `/api/checkin/enrolments/${enrolmentId}/files/${fileId}/content`);
}

/** The same of homework, where versions may share some. */
function handedInFilesOf(enrolmentId: string, submission: string): string[] {
  const versions = Submission.nullable().parse(JSON.parse(submission))?.versions ?? [];
  const fileIds = new Set(
    versions.flatMap(({ pictures, attachments }) => [...pictures, ...attachments.map(({ fileId }) => fileId)]),
  );
  return [...fileIds].map((fileId) => `/api/homework/enrolments/${enrolmentId}/files/${fileId}/content`);
}

function partsOf({ ask, authorization }: Export) {
  const text = async (name: keyof Upstreams, path: string) => (await ask(name, path, authorization)) ?? 'null';
  async function* pages(name: keyof Upstreams, path: string): AsyncGenerator<unknown[]> {
    let cursor: string | undefined;
    do {
      const at = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { items, nextCursor } = Page.parse(JSON.parse(await text(name, `${path}?${PAGE}${at}`)));
      yield items;
      cursor = nextCursor;
    } while (cursor !== undefined);
  }
  return {
    text,
    pages,
    async *named(field: string, name: keyof Upstreams, path: string): AsyncGenerator<string> {
      yield `,"${field}":${await text(name, path)}`;
    },
    /** A list of all pages. */
    async *list(field: string, name: keyof Upstreams, path: string): AsyncGenerator<string> {
      yield `,"${field}":[`;
      let before = '';
      for await (const items of pages(name, path)) {
        if (items.length === 0) continue;
        yield before + items.map((item) => JSON.stringify(item)).join(',');
        before = ',';
      }
      yield ']';
    },
  };
}
