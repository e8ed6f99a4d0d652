import type { User } from '@daka/service-kit';
import type { Actor } from '../domain/audit';

/** Who asks, as the audit log names them. */
export function actorOf({ id, sessionId }: User): Actor {
  return { accountId: id, sessionId: sessionId ?? null };
}
