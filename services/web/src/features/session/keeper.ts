import { setTimeout as sleep } from 'node:timers/promises';
import type { RevokedSessions } from '@daka/service-kit';
import type { Accounts, BrowserSession, BrowserSessions, Granted, SessionKeeper } from '../../ports';
import { claimsOf } from '../claims';
import { idOf, newSecret, seal, unseal } from './seal';

/** Renewed so long before it ends, so that a request under way never carries one that has just ended. */
const RENEW_BEFORE_MS = 60_000;
/** A refresh that takes longer belongs to a process that died. */
const CLAIM_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** Another instance refreshes this session and has not come back: the caller may try again. */
export class StillRefreshing extends Error {
  override name = 'StillRefreshing';
}

interface Needs {
  sessions: BrowserSessions;
  accounts: Pick<Accounts, 'refresh' | 'signOut'>;
  wallClock: { nowMs(): number };
  revoked: RevokedSessions;
}

/** Keeps the tokens of browsers that are signed in; a browser holds one cookie that opens them. */
export function createSessionKeeper(needs: Needs): SessionKeeper {
  const { sessions, accounts, wallClock } = needs;

  /** Null: the sign-in was ended, here or elsewhere. */
  async function admit(secret: string): ReturnType<SessionKeeper['admit']> {
    const admitted = await tokenOf(secret);
    if (admitted === null || !(await isRevoked(needs.revoked, admitted.accessToken))) return admitted;
    await sessions.remove(idOf(secret));
    return null;
  }

  /** The access token to go on with, refreshed by one of all instances where it is time; null: the sign-in is over. */
  async function tokenOf(secret: string): ReturnType<SessionKeeper['admit']> {
    const id = idOf(secret);
    const giveUpAtMs = wallClock.nowMs() + CLAIM_MS;
    for (;;) {
      const session = await sessions.load(id);
      const nowMs = wallClock.nowMs();
      if (session === null || nowMs >= session.endsAtMs) return null;
      const visit = { sessionId: id, wroteAtMs: session.wroteAtMs };
      if (nowMs < session.accessEndsAtMs - RENEW_BEFORE_MS) return { ...unseal(secret, session.sealed), visit };
      if (await sessions.claimRefresh(id, nowMs, nowMs + CLAIM_MS)) {
        const accessToken = await refresh(needs, secret, session);
        return accessToken === null ? null : { accessToken, visit };
      }
      if (nowMs < session.accessEndsAtMs) return { ...unseal(secret, session.sealed), visit };
      if (nowMs >= giveUpAtMs) throw new StillRefreshing('another instance is refreshing this sign-in');
      await sleep(LOOK_EVERY_MS);
    }
  }

  return {
    admit,
    wrote: (secret) => sessions.wrote(idOf(secret), wallClock.nowMs()),
    idOf,
    /** Begins a sign-in; answers the cookie's value. */
    async begin(granted: Granted): Promise<string> {
      const secret = newSecret();
      await sessions.add({
        id: idOf(secret),
        ...kept(secret, granted, wallClock.nowMs()),
        refreshingUntilMs: 0,
        wroteAtMs: 0,
      });
      return secret;
    },
    /** Ends it here and at membership; a second time is fine. */
    async end(secret: string): Promise<void> {
      const session = await sessions.load(idOf(secret));
      if (session === null) return;
      await sessions.remove(session.id);
      await accounts.signOut(unseal(secret, session.sealed).refreshToken);
    },
  };
}

async function isRevoked(revoked: RevokedSessions, accessToken: string): Promise<boolean> {
  const sessionId = claimsOf(accessToken)?.sid;
  if (sessionId === undefined) return false;
  await revoked.refresh();
  return revoked.has(sessionId);
}

/** The claim is this instance's. What was loaded before it may be stale by now: somebody may have finished in between. */
async function refresh(
  { sessions, accounts, wallClock }: Needs,
  secret: string,
  { id, accessEndsAtMs }: BrowserSession,
): Promise<string | null> {
  const session = await sessions.load(id);
  if (session === null) return null;
  const known = unseal(secret, session.sealed);
  if (session.accessEndsAtMs !== accessEndsAtMs) {
    await sessions.releaseRefresh(id);
    return known.accessToken;
  }
  const granted = await accounts.refresh(known.refreshToken).catch(async (error: unknown) => {
    await sessions.releaseRefresh(id).catch(() => undefined); // the first error is the one to report
    throw error;
  });
  if (granted === null) {
    await sessions.remove(id);
    return null;
  }
  await sessions.refreshed(id, kept(secret, granted, wallClock.nowMs()));
  return granted.accessToken;
}

function kept(secret: string, { accessToken, refreshToken, accessTtlMs, lifetimeMs }: Granted, nowMs: number) {
  const sealed = seal(secret, { accessToken, refreshToken });
  return { sealed, accessEndsAtMs: nowMs + accessTtlMs, endsAtMs: nowMs + lifetimeMs };
}
