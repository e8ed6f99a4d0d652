import { homeworkHttp } from '@daka/contracts';
import { UnexpectedAnswer, type Session } from '@daka/replay';

/** Homework as those who run a class deal with it. */
export interface Classroom {
  /** A day that needs nothing is refused, which is an answer. */
  set(day: string | null, dueAt: string): Promise<void>;
  assignmentFor(day: string | null): string | null;
  /** To all that waits. */
  answer(verdict: 'accepted' | 'changes_requested'): Promise<void>;
  answered(): number;
}

export function createClassroom(who: { owner: Session; reviewer: Session; cohortId: string }): Classroom {
  const { owner, reviewer, cohortId } = who;
  const assignments = new Map<string | null, string>();
  let answers = 0;

  async function waiting() {
    const path = `/api/homework/cohorts/${cohortId}/review-queue?limit=100`;
    return (await reviewer.askUntilThere({ method: 'GET', path }, homeworkHttp.ReviewQueue)).items;
  }

  return {
    async set(day, dueAt) {
      const order = {
        method: 'POST',
        path: `/api/homework/cohorts/${cohortId}/assignments`,
        key: `homework-${cohortId}-${day ?? 'open'}`,
        body: { title: `Homework of ${day ?? 'any day'}`, instructions: 'Write.', dueAt, ...(day ? { day } : {}) },
      } as const;
      try {
        assignments.set(day, (await owner.askUntilThere(order, homeworkHttp.Assignment)).id);
      } catch (error) {
        const isRefused = error instanceof UnexpectedAnswer && error.answer.code === 'day_not_required';
        if (!isRefused) throw error;
      }
    },
    assignmentFor: (day) => assignments.get(day) ?? null,
    async answer(verdict) {
      if (assignments.size === 0) return;
      for (const { submissionId, version } of await waiting()) {
        const said = await reviewer.send({
          method: 'POST',
          path: `/api/homework/submissions/${submissionId}/feedback`,
          key: `feedback-${submissionId}-${version}`,
          body: { version, verdict, comment: 'read it' },
        });
        if (said.status === 201) answers += 1;
        // Answered already where the first attempt's answer was lost, or a newer version came.
        else if (said.status !== 409) throw new UnexpectedAnswer('the answer to homework', said);
      }
    },
    answered: () => answers,
  };
}
