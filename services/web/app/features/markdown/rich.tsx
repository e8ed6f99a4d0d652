import { lazy, Suspense } from 'react';
import { Long } from '../../ui/words';

const Markdown = lazy(() => import('./markdown').then((module) => ({ default: module.Markdown })));

/** Markdown; as it was written until what sets it is here. */
export function Rich({ children }: { children: string }) {
  return (
    <Suspense fallback={<Long>{children}</Long>}>
      <Markdown source={children} />
    </Suspense>
  );
}
