import { homeworkHttp } from '@daka/contracts';
import { UnexpectedAnswer } from '@daka/replay';
import type { HandedInFacts } from '../check/told';
import { onceMember, type Way } from './way';

/** One piece of homework, and the plan day on which it is handed in. */
export interface Piece {
  assignmentId: string;
  /** The day that it was given for; null: the one on which it is handed in. */
  day: string | null;
  on: string;
  characters: number;
}

export interface Scholar {
  /** Hands in once it is known whether the learner is a member; a refusal is an answer too. */
  handIn(piece: Piece): Promise<void>;
}

interface Records {
  handedIn: HandedInFacts[];
  /** Homework asks for a check-in too. */
  asked: { enrolmentId: string; day: string }[];
}

/** What homework says as long as it has not heard of the admission. */
const TOO_EARLY = new Set(['not_a_member', 'wrong_enrolment', 'not_found']);

export function createScholar(wayOf: () => Way | null, { handedIn, asked }: Records): Scholar {
  let tries = 0;
  return {
    async handIn({ assignmentId, day, on, characters }) {
      const way = wayOf();
      if (way === null) return;
      const { session, enrolmentId } = way;
      asked.push({ enrolmentId, day: day ?? on });
      await onceMember(way, async () => {
        tries += 1;
        const answer = await session.send({
          method: 'POST',
          path: `/api/homework/assignments/${assignmentId}/submissions`,
          key: `${enrolmentId}-${assignmentId}-${tries}`,
          body: { enrolmentId, markdown: 'h'.repeat(characters) },
        });
        if (TOO_EARLY.has(answer.code)) return null;
        if (answer.status === 201) {
          const { id, version } = homeworkHttp.Submission.parse(answer.body);
          handedIn.push({ enrolmentId, submissionId: id, version });
        } else if (answer.status !== 409) throw new UnexpectedAnswer('a hand-in', answer);
        return 'done';
      });
    },
  };
}
