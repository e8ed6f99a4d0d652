import { membershipHttp } from '@daka/contracts';
import { HttpProblem } from '@daka/service-kit';
import type { Accounts, Granted, Problem } from '../../ports';

const TIMEOUT_MS = 15_000;
const REFRESH_COOKIE = 'daka_refresh';
const DEVICE_COOKIE = 'daka_device';
const DEVICE = new RegExp(`(?:^|;\\s*)(${DEVICE_COOKIE}=[\\w-]+)`);
/** What a refresh cookie without an age would mean; membership always gives one. */
const DEFAULT_LIFETIME_MS = 24 * 3_600_000;

/** Speaks to membership as a browser would, so that the browser itself need not hold its tokens. */
export function createAccounts(membershipUrl: string): Accounts {
  const ask = (
    method: string,
    path: string,
    init: { body?: string; cookie?: string; address?: string; device?: string | undefined },
  ) =>
    fetch(membershipUrl + path, {
      method,
      ...(init.body === undefined ? {} : { body: init.body }),
      headers: {
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(init.cookie === undefined ? {} : { cookie: init.cookie }),
        ...(init.address === undefined ? {} : { 'x-forwarded-for': init.address }),
        ...(init.device === undefined ? {} : { 'user-agent': init.device }),
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => {
      throw away();
    });

  return {
    async signIn(path, body, { cookies, address, device }) {
      const known = DEVICE.exec(cookies ?? '')?.[1];
      const cookie = known === undefined ? {} : { cookie: known };
      const answer = await ask('POST', path, { body: JSON.stringify(body), address, device, ...cookie });
      if (!answer.ok) return problemOf(answer);
      const { account, ...token } = membershipHttp.SignedInBody.parse(await answer.json());
      return { account, granted: grantedBy(answer, token, null), deviceCookie: cookieOf(answer, DEVICE_COOKIE) };
    },
    async refresh(refreshToken) {
      const answer = await ask('POST', '/sessions/refresh', { cookie: `${REFRESH_COOKIE}=${refreshToken}` });
      if (answer.status === 401) return null;
      if (!answer.ok) throw away();
      return grantedBy(answer, membershipHttp.AccessTokenBody.parse(await answer.json()), refreshToken);
    },
    async signOut(refreshToken) {
      await ask('DELETE', '/sessions/current', { cookie: `${REFRESH_COOKIE}=${refreshToken}` });
    },
  };
}

function away(): HttpProblem {
  return new HttpProblem(503, 'unavailable', 'membership does not answer; try again in a moment.');
}

async function problemOf(answer: Response): Promise<Problem> {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return {
    status: answer.status,
    problem: await answer.json(),
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined,
  };
}

/** @param known the refresh token so far: the second of a pair that was sent twice gets no new one. */
function grantedBy(
  answer: Response,
  { accessToken, expiresInSeconds }: { accessToken: string; expiresInSeconds: number },
  known: string | null,
): Granted {
  const cookie = cookieOf(answer, REFRESH_COOKIE);
  const refreshToken = cookie?.slice(REFRESH_COOKIE.length + 1).split(';')[0] ?? known;
  if (!refreshToken) throw new Error('membership signed somebody in without a refresh cookie');
  const seconds = /;\s*max-age=(\d+)/i.exec(cookie ?? '')?.[1];
  const lifetimeMs = seconds === undefined ? DEFAULT_LIFETIME_MS : Number(seconds) * 1_000;
  return { accessToken, refreshToken, accessTtlMs: expiresInSeconds * 1_000, lifetimeMs };
}

/** The whole line. */
function cookieOf(answer: Response, name: string): string | undefined {
  return answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`));
}
