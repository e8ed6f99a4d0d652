import { routes as checkin } from '@daka/checkin';
import { routes as homework } from '@daka/homework';
import { routes as membership } from '@daka/membership';
import { routes as payment } from '@daka/payment';
import type { RouteDefinition } from '@daka/service-kit';

/** A route with the service that serves it. */
export interface ServedRoute {
  service: string;
  route: RouteDefinition;
}

/** Every route that is reached through the public origin. */
export const servedRoutes: readonly ServedRoute[] = Object.entries({ membership, payment, homework, checkin }).flatMap(
  ([service, routes]) => routes.map((route) => ({ service, route })),
);

export const nameOf = ({ service, route }: ServedRoute): string =>
  `${route.method.toUpperCase()} ${service}${route.path}`;
