import { iso, membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { z } from 'zod';
import { MAX_INVITATIONS } from '../../domain/invitation';
import type { Ports } from '../../ports';
import { invitationBody } from '../present/invitation';
import { refuseUnproven } from '../proven';

export const listInvitationsRoute = route<Pick<Ports, 'invitations' | 'wallClock'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/invitations',
  summary: 'Open invitations of a cohort',
  access: ['owner'],
  params: http.CohortParams,
  answers: { 200: http.InvitationList },
  handle: async ({ params }, { invitations, wallClock }) => {
    const open = await invitations.openOf(params.cohortId, wallClock.nowMs(), MAX_INVITATIONS);
    return { items: open.map(invitationBody) };
  },
});

type Mine = z.infer<typeof http.MyInvitationList>;

export const listMyInvitationsRoute = route<
  Pick<Ports, 'accounts' | 'mustProve' | 'cohorts' | 'organisations' | 'invitations' | 'wallClock'>
>()({
  method: 'get',
  path: '/invitations',
  summary: 'Open invitations to my address; none before it is proven',
  access: 'signed_in',
  answers: { 200: http.MyInvitationList },
  handle: async ({ user }, { accounts, mustProve, cohorts, organisations, invitations, wallClock }): Promise<Mine> => {
    const account = await accounts.load(user.id);
    if (account === null || (await refuseUnproven({ accounts, mustProve }, user.id))) return { items: [] };
    const open = await invitations.openTo(account.email, wallClock.nowMs(), MAX_INVITATIONS);
    const inCohorts = new Map(
      (await cohorts.withIds(open.map(({ cohortId }) => cohortId))).map((one) => [one.cohortId, one]),
    );
    const names = await organisations.names([...inCohorts.values()].map(({ organisationId }) => organisationId));
    return {
      items: open.flatMap(({ id, cohortId, role, expiresAtMs }) => {
        const cohort = inCohorts.get(cohortId);
        if (cohort === undefined || cohort.status === 'cancelled') return [];
        const { organisationId } = cohort;
        const organisation = { id: organisationId, name: names.get(organisationId) ?? '' };
        return [{ id, cohortId, title: cohort.content.title, organisation, role, expiresAt: iso(expiresAtMs) }];
      }),
    };
  },
});
