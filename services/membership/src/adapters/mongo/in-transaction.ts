import type { MongoConnection } from '@daka/service-kit';

type Connection = MongoConnection['connection'];
export type ClientSession = Awaited<ReturnType<Connection['startSession']>>;

/** All that `work` writes is written, or nothing. It may run several times. */
export async function inTransaction<Result>(
  { connection }: MongoConnection,
  work: (session: ClientSession) => Promise<Result>,
): Promise<Result> {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(() => work(session));
  } finally {
    await session.endSession();
  }
}
