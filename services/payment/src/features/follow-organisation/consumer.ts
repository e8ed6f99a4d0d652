import type { HandlersOn } from '@daka/service-kit';
import type { Ports } from '../../ports';

/** Keeps who owns every organisation, also before it has published a cohort. */
export function createFollowOrganisation({ owners }: Pick<Ports, 'owners'>): HandlersOn<'membership.organisation'> {
  return { 'membership.organisation-founded.v1': owners.apply };
}
