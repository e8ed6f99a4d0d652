import type { z } from 'zod';
import type { Answer } from './client';

/** A service answered something that a replay has no use for. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(
    what: string,
    readonly answer: Pick<Answer, 'status' | 'code' | 'body'>,
  ) {
    super(`${what} answered ${answer.status} ${answer.code}: ${JSON.stringify(answer.body).slice(0, 500)}`);
  }
}

/** The body of a success, or of another expected status. Throws UnexpectedAnswer. */
export function read<T extends z.ZodType>(
  answer: Answer,
  schema: T,
  what: string,
  expected: readonly number[] = [200, 201, 202],
): z.infer<T> {
  if (!expected.includes(answer.status)) throw new UnexpectedAnswer(what, answer);
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success)
    throw new UnexpectedAnswer(
      `${what} (${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message})`,
      answer,
    );
  return parsed.data;
}
