import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientSession, Connection } from 'mongoose';

const SNAPSHOT_UNAVAILABLE = 246;
const MAX_ATTEMPTS = 20;
const RETRY_MS = 250;

/** Reads as everything was at one instant; again, when the collections were being made or indexed just then. */
export async function atOneInstant<T>(
  connection: Connection,
  read: (session: ClientSession) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const session = await connection.startSession({ snapshot: true });
    try {
      return await read(session);
    } catch (error) {
      const isUnavailable = error instanceof Error && 'code' in error && error.code === SNAPSHOT_UNAVAILABLE;
      if (!isUnavailable || attempt === MAX_ATTEMPTS) throw error;
      await sleep(RETRY_MS);
    } finally {
      await session.endSession();
    }
  }
}
