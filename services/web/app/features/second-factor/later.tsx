import { type ComponentProps, lazy, Suspense } from 'react';
import { withAccount } from '../../texts/language';

/** Come with their texts when they are asked for: few accounts have a second factor, and no page is to wait for it. */
export const loadCodeField = () => withAccount(import('./code-field'));

const LazyCodeField = lazy(async () => ({ default: (await loadCodeField()).CodeField }));
const LazySecondStep = lazy(async () => ({ default: (await withAccount(import('./second-step'))).SecondStep }));

export function CodeField(props: ComponentProps<typeof LazyCodeField>) {
  return (
    <Suspense fallback={null}>
      <LazyCodeField {...props} />
    </Suspense>
  );
}

export function SecondStep(props: ComponentProps<typeof LazySecondStep>) {
  return (
    <Suspense fallback={null}>
      <LazySecondStep {...props} />
    </Suspense>
  );
}
