import { isRefusal } from '../../api/refusal';

const TRIES = 8;
const PAUSE_MS = 500;

/** Payment hears of a seat a moment after membership gave it; until then it knows nothing of it, and that is no answer for a reader. */
export async function onceHeard<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === TRIES || !isRefusal(error, 'not_found', 'no_seat_held')) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
