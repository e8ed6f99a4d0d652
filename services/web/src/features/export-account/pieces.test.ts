import { HttpProblem } from '@daka/service-kit';
import type { OwnAnswers } from '../../ports';
import { accountPieces } from './pieces';

const SUBMISSION = {
  version: 2,
  versions: [
    { pictures: ['f2', 'f3'] },
    { pictures: ['f3'], attachments: [{ fileId: 'f4', name: 'a.pdf', bytes: 1 }] },
  ],
};
const HANDED_IN = ['f2', 'f3', 'f4'].map((fileId) => `/api/homework/enrolments/e1/files/${fileId}/content`);
const ENROLMENT = { id: 'e1', cohortId: 'c1' };
const PICTURE = '/api/checkin/enrolments/e1/files/f1/content';

const ANSWERS: Readonly<Record<string, unknown>> = {
  'membership /accounts/me': { id: 'a1', displayName: 'Lin "Xia" \u2028', email: 'lin@example.com' },
  'membership /accounts/me/second-factor': { isOn: false },
  'membership /sessions': { items: [{ id: 's1' }] },
  'membership /invitations': { items: [] },
  'membership /accounts/me/roles?limit=100': { items: [] },
  'membership /accounts/me/acts?limit=100': { items: [{ id: 'x1' }], nextCursor: 'a/b+c' },
  'membership /accounts/me/acts?limit=100&cursor=a%2Fb%2Bc': { items: [{ id: 'x2' }, { id: 'x3' }] },
  'membership /enrolments?limit=100': { items: [ENROLMENT], nextCursor: 'next' },
  'membership /enrolments?limit=100&cursor=next': { items: [{ id: 'e2', cohortId: 'c2' }] },
  'membership /enrolments/e1': { id: 'e1', memberNumber: 7 },
  'membership /enrolments/e2': { id: 'e2', memberNumber: null },
  'membership /enrolments/e1/terms': { title: 'Twenty-one days' },
  'checkin /enrolments/e1/calendar': {
    days: [{ day: '2026-11-02', entry: { text: '早起', files: [{ fileId: 'f1' }] } }, { day: '2026-11-03' }],
    leave: [{ reason: 'ill' }],
  },
  'checkin /enrolments/e1/appeals': { items: [{ appealId: 'p1' }] },
  'payment /enrolments/e1/checkout': { state: 'paid' },
  'payment /enrolments/e1/statement': { refundedMinor: 1_500 },
  'payment /enrolments/e1/manual-payouts': { items: [] },
  'homework /cohorts/c1/assignments': { items: [{ id: 'h1' }, { id: 'h2' }] },
  'homework /assignments/h1/submissions/mine': SUBMISSION,
  'homework /assignments/h2/drafts/mine': { markdown: 'half' },
};

/** Services that have these answers and nothing else. */
function services(changes: Readonly<Record<string, unknown>> = {}) {
  const asked: string[] = [];
  const answers = { ...ANSWERS, ...changes };
  const ask: OwnAnswers = async (name, path, authorization) => {
    asked.push(authorization);
    const answer = answers[`${name} ${path}`];
    if (answer instanceof Error) throw answer;
    return answer === undefined ? null : JSON.stringify(answer);
  };
  return { asked, pieces: () => accountPieces({ ask, authorization: 'Bearer mine', now: '2026-11-27T08:00:00.000Z' }) };
}

async function whole(pieces: AsyncIterable<string>): Promise<unknown> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return JSON.parse(text);
}

it("has everything of an account, asked with the account's own token, from all pages", async () => {
  const { asked, pieces } = services();
  expect(await whole(pieces())).toEqual({
    kind: 'daka.account.v1',
    exportedAt: '2026-11-27T08:00:00.000Z',
    account: ANSWERS['membership /accounts/me'],
    secondFactor: { isOn: false },
    signIns: { items: [{ id: 's1' }] },
    invitations: { items: [] },
    roles: [],
    acts: [{ id: 'x1' }, { id: 'x2' }, { id: 'x3' }],
    enrolments: [
      {
        enrolment: { id: 'e1', memberNumber: 7 },
        terms: { title: 'Twenty-one days' },
        calendar: ANSWERS['checkin /enrolments/e1/calendar'],
        files: [PICTURE],
        appeals: { items: [{ appealId: 'p1' }] },
        checkout: { state: 'paid' },
        statement: { refundedMinor: 1_500 },
        manualPayouts: { items: [] },
        homework: [
          { assignment: { id: 'h1' }, submission: SUBMISSION, files: HANDED_IN, draft: null },
          { assignment: { id: 'h2' }, submission: null, files: [], draft: { markdown: 'half' } },
        ],
      },
      {
        enrolment: { id: 'e2', memberNumber: null },
        terms: null,
        calendar: null,
        files: [],
        appeals: null,
        checkout: null,
        statement: null,
        manualPayouts: null,
        homework: [],
      },
    ],
  });
  expect(new Set(asked)).toEqual(new Set(['Bearer mine']));
});

it('has the comments that a reviewer keeps to use again, once, of any cohort whose work they review', async () => {
  const roles = [
    { cohortId: 'c1', role: 'learner' },
    { cohortId: 'c2', role: 'committee' },
    { cohortId: 'c3', role: 'instructor' },
    { cohortId: 'c4', role: 'owner' },
  ];
  const snippets = { items: [{ id: 'n1', text: 'Say it in one sentence.' }] };
  const { pieces } = services({
    'membership /accounts/me/roles?limit=100': { items: roles },
    'homework /cohorts/c3/snippets': snippets,
  });
  expect(await whole(pieces())).toMatchObject({ roles, snippets });
});

it('breaks off where a service goes away, instead of leaving something out', async () => {
  const { pieces } = services({ 'payment /enrolments/e1/statement': new HttpProblem(503, 'unavailable', 'away') });
  await expect(whole(pieces())).rejects.toThrow('unavailable');
});

it('holds one answer at a time: nothing is asked for before it is taken', async () => {
  const { asked, pieces } = services();
  const iterator = pieces();
  await iterator.next();
  expect(asked).toHaveLength(1);
  await iterator.return(undefined);
  expect(asked).toHaveLength(1);
});
