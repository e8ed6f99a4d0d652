import { type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import { ownAct } from '../../domain/audit';
import { ERASURE_WAIT_MS } from '../../domain/erasure';
import type { Ports } from '../../ports';
import type { TakesCodes } from '../codes';
import { proveOwner } from '../prove-again';
import { type LooksForOpen, whatIsOpen } from './what-is-open';

type Needs = LooksForOpen & TakesCodes & Pick<Ports, 'accounts' | 'erasures' | 'passwords'>;
type No = Refused<
  | 'not_found'
  | 'wrong_credentials'
  | 'second_factor_needed'
  | 'wrong_code'
  | 'too_many_attempts'
  | 'busy'
  | 'enrolments_open'
  | 'cohorts_open'
>;

/**
 * Asks for one's account to be erased, a week from now: whoever finds a device that was left open cannot, and who asked in anger can keep
 * it. Refused while money of theirs or of others is in it: first it is earned, forfeited or given back.
 */
export function createAskErasure(needs: Needs) {
  const { accounts, erasures, wallClock } = needs;
  return async function askErasure(
    { id, sessionId = null }: Pick<User, 'id'> & { sessionId?: string | null },
    proof: z.infer<typeof membershipHttp.EraseAccountBody>,
  ): Promise<No | { erasesAtMs: number | null }> {
    const account = await accounts.load(id);
    if (account === null) return refuse('not_found');
    const unproven = await proveOwner(needs, account, { ...proof, sessionId });
    if (unproven !== null) return unproven;
    const open = await whatIsOpen(needs, id);
    if (open === 'enrolments')
      return refuse(
        'enrolments_open',
        'In a cohort something is still to come: leave it, or wait until it is settled.',
      );
    if (open === 'cohorts')
      return refuse('cohorts_open', 'A cohort of yours is not settled: its members need its owner.');
    const atMs = wallClock.nowMs();
    await erasures.ask(id, atMs + ERASURE_WAIT_MS, ownAct('erasure_asked', id, { atMs, sessionId }));
    return { erasesAtMs: await erasures.of(id) };
  };
}
export type AskErasure = ReturnType<typeof createAskErasure>;
