import { createRootRoute, Outlet } from '@tanstack/react-router';
import { NotFound } from './routes/not-found/page';

export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

export const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path });
