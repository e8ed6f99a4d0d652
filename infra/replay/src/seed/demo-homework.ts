import { homeworkHttp } from '@daka/contracts';
import type { Session } from '../http/session';
import type { Member } from '../run/enrol';
import { instantOn, firstDayOfRunning } from './demo-cohort';
import type { Act } from './timeline';

interface Review {
  verdict: 'commented' | 'accepted' | 'changes_requested';
  comment: string;
  scorePercent?: number;
}

const REVIEWS: readonly Review[] = [
  { verdict: 'accepted', comment: '结构清楚,第二段的例子尤其好。**通过**。', scorePercent: 92 },
  { verdict: 'changes_requested', comment: '观点有了,还缺一个具体的例子。补上后再交一次。' },
  { verdict: 'commented', comment: '读到了,周末前给出详细意见。' },
  { verdict: 'accepted', comment: 'Clear and short. Keep the last sentence, it carries the piece.', scorePercent: 88 },
];

const ESSAY =
  '# 一件我改变了看法的小事\n\n以前我以为早起靠意志力,后来发现靠的是**前一晚把书放在枕边**。\n\n- 开头难,所以把开头变小\n- 坚持难,所以每天只写一段\n';

/** Two assignments; of the first some are reviewed, of the second all wait in the queue. */
export function homeworkActs(cohortId: string, instructor: Session, members: readonly Member[], today: number): Act[] {
  const start = firstDayOfRunning(today);
  const first = createAssignment({
    title: '第一篇短文',
    instructions: '写一件你改变了看法的小事,三百字以内。',
    dueAt: iso(instantOn(start + 5, 22, 0)),
    weightPercent: 40,
  });
  const second = createAssignment({
    title: '第二篇短文',
    instructions: '把第一篇改写给一个不认识你的人看。',
    dueAt: iso(instantOn(today + 2, 22, 0)),
    weightPercent: 60,
  });
  const writers = [0, 2, 3, 4, 6].flatMap((index) => members[index] ?? []);
  const lateWriters = [0, 4, 8].flatMap((index) => members[index] ?? []);
  const submissions = new Map<Member, string>();

  return [
    { atMs: instantOn(start, 8, 0), run: () => first.set(cohortId, instructor) },
    { atMs: instantOn(start + 6, 8, 0), run: () => second.set(cohortId, instructor) },
    ...writers.map((member, index) => ({
      atMs: instantOn(start + 4, 19, index * 7),
      run: async () => void submissions.set(member, await submit(member, first.id(), ESSAY)),
    })),
    ...REVIEWS.map((review, index) => ({
      atMs: instantOn(start + 5, 10, index * 9),
      run: () => give(instructor, submissions.get(writers[index] as Member) ?? '', review),
    })),
    ...lateWriters.map((member, index) => ({
      atMs: instantOn(today - 1, 20, index * 11),
      run: async () => void (await submit(member, second.id(), `${ESSAY}\n写给不认识我的你。`)),
    })),
  ];
}

function createAssignment(body: { title: string; instructions: string; dueAt: string; weightPercent: number }) {
  let assignmentId = '';
  return {
    id: () => assignmentId,
    async set(cohortId: string, instructor: Session) {
      const order = { method: 'POST', path: `/api/homework/cohorts/${cohortId}/assignments`, body } as const;
      assignmentId = (await instructor.askUntilThere(order, homeworkHttp.Assignment)).id;
    },
  };
}

async function submit({ session, enrolmentId }: Member, assignmentId: string, markdown: string): Promise<string> {
  const order = {
    method: 'POST',
    path: `/api/homework/assignments/${assignmentId}/submissions`,
    body: { enrolmentId, markdown },
  } as const;
  return (await session.askUntilThere(order, homeworkHttp.Submission)).id;
}

async function give(instructor: Session, submissionId: string, review: Review): Promise<void> {
  const order = {
    method: 'POST',
    path: `/api/homework/submissions/${submissionId}/feedback`,
    body: { ...review, version: 1 },
  } as const;
  await instructor.askUntilThere(order, homeworkHttp.Submission);
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
