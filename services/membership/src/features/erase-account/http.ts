import { iso, isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { ownAct } from '../../domain/audit';
import type { Ports } from '../../ports';
import type { AskErasure } from './handler';

const body = (erasesAtMs: number | null) => ({ erasesAt: erasesAtMs === null ? null : iso(erasesAtMs) });

export const showErasureRoute = route<Pick<Ports, 'erasures'>>()({
  method: 'get',
  path: '/accounts/me/erasure',
  summary: 'Whether my account is to be erased, and when',
  access: 'signed_in',
  answers: { 200: http.ErasureBody },
  handle: async ({ user }, { erasures }) => body(await erasures.of(user.id)),
});

export const askErasureRoute = route<{ askErasure: AskErasure }>()({
  method: 'post',
  path: '/accounts/me/erasure',
  summary:
    'Erase my account in a week, by the password and, with two-step sign-in, a code; not while money of a cohort is open. What was paid and decided stays in the books without my name',
  access: 'signed_in',
  body: http.EraseAccountBody,
  answers: {
    200: http.ErasureBody,
    403: refusals('wrong_credentials', 'second_factor_needed', 'wrong_code'),
    404: refusals('not_found'),
    409: refusals('enrolments_open', 'cohorts_open'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: async ({ body: asked, user }, { askErasure }) => {
    const outcome = await askErasure(user, asked);
    return isRefused(outcome) ? outcome : body(outcome.erasesAtMs);
  },
});

export const keepAccountRoute = route<Pick<Ports, 'erasures' | 'wallClock'>>()({
  method: 'delete',
  path: '/accounts/me/erasure',
  summary: 'Keep my account after all; a second time is fine',
  access: 'signed_in',
  answers: { 204: null },
  handle: async ({ user }, { erasures, wallClock }) => {
    const act = ownAct('erasure_taken_back', user.id, { atMs: wallClock.nowMs(), sessionId: user.sessionId ?? null });
    await erasures.takeBack(user.id, act);
    return null;
  },
});
