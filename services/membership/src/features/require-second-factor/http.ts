import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { auditEntry } from '../../domain/audit';
import type { Ports } from '../../ports';
import { actorOf } from '../actor';
import { type ChangesSecondFactor, proveBoth } from '../change-second-factor';

/** Who requires it has one, and shows it: an owner who could not get in would keep everybody out. */
export const requireSecondFactorRoute = route<ChangesSecondFactor & Pick<Ports, 'organisations'>>()({
  method: 'post',
  path: '/organisations/:organisationId/second-factor',
  summary: 'Say whether two-step sign-in is required of the staff, by the password and a code of the owner',
  access: ['owner'],
  params: http.OrganisationParams,
  body: http.RequireFactorBody,
  answers: {
    200: http.OrganisationBody,
    403: refusals('wrong_credentials', 'wrong_code'),
    404: refusals('not_found'),
    409: refusals('second_factor_off'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: async ({ params: { organisationId }, body: { isRequired, ...proof }, user }, needs) => {
    const unproven = await proveBoth(needs, user, proof);
    if (unproven !== null) return unproven;
    const act = isRequired ? 'staff_factor_required' : 'staff_factor_not_required';
    const entry = auditEntry({ act, atMs: needs.wallClock.nowMs(), by: actorOf(user), organisationId });
    return (await needs.organisations.requireFactor(organisationId, isRequired, entry)) ?? refuse('not_found');
  },
});
