import { Problem as ProblemBody, type Refused, refuse } from '@daka/contracts';
import { HttpProblem } from '@daka/service-kit';
import type { Request, Response } from 'express';
import type { Accounts, Problem, SessionCookie, SessionKeeper } from '../../ports';

const CODES = [
  'wrong_credentials',
  'second_factor_needed',
  'passkey_needed',
  'wrong_code',
  'wrong_passkey',
  'too_many_attempts',
  'link_ended',
  'invalid_request',
  'busy',
] as const;
export type SignInRefusal = (typeof CODES)[number];

export type SignIn = ReturnType<typeof createSignIn>;

/** Signs a browser in at membership, by its password, by a passkey or by the link of its sign-up, and gives it its cookie; membership's refusals are handed on. */
export function createSignIn({
  accounts,
  keeper,
  cookie,
}: {
  accounts: Pick<Accounts, 'signIn'>;
  keeper: SessionKeeper;
  cookie: SessionCookie;
}) {
  return async (
    path: '/sessions' | '/sessions/passkey' | '/accounts/confirmation',
    body: unknown,
    req: Request,
    res: Response,
  ): Promise<Refused<SignInRefusal> | { account: unknown }> => {
    const visitor = { cookies: req.headers.cookie, address: req.ip ?? '', device: req.get('user-agent') };
    const outcome = await accounts.signIn(path, body, visitor);
    if ('problem' in outcome) return refusalOf(outcome);
    cookie.set(res, await keeper.begin(outcome.granted), outcome.granted.lifetimeMs);
    if (outcome.deviceCookie !== undefined) res.append('Set-Cookie', outcome.deviceCookie);
    return { account: outcome.account };
  };
}

function refusalOf({ status, problem, retryAfterSeconds }: Problem): Refused<SignInRefusal> {
  const { code, detail, fields } = ProblemBody.parse(problem);
  const known = CODES.find((candidate) => candidate === code);
  if (known === undefined && status >= 500)
    throw new HttpProblem(503, 'unavailable', 'Signing in does not work right now.');
  if (known === undefined) throw new Error(`membership refused a sign-in with ${status} ${code}`);
  return refuse(known, detail, {
    ...(fields && { fields }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}
