import { isTemporary } from '../../api/refusal';

/** A lost answer is asked for again, with a request that may be carried out once only however often it comes. */
const AGAIN_AFTER_MS = [500, 2_000, 5_000];

export async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const waitMs of AGAIN_AFTER_MS) {
    try {
      return await ask();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return ask();
}
