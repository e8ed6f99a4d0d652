import type { ClientSession, Connection } from 'mongoose';

/** `work` answers whether it is to count; false: nothing of it does. It may run several times. */
export async function inTransaction(
  connection: Connection,
  work: (session: ClientSession) => Promise<boolean>,
): Promise<void> {
  const session = await connection.startSession();
  try {
    await session.withTransaction(async () => {
      if (!(await work(session))) await session.abortTransaction();
    });
  } finally {
    await session.endSession();
  }
}
