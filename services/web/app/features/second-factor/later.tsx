import { type ComponentProps, lazy, Suspense } from 'react';
import { withAccount } from '../../texts/language';

const LazySecondStep = lazy(async () => ({ default: (await withAccount(import('./second-step'))).SecondStep }));

/** Comes with its texts when it is asked for: few accounts have a second factor, and no page is to wait for it. */
export function SecondStep(props: ComponentProps<typeof LazySecondStep>) {
  return (
    <Suspense fallback={null}>
      <LazySecondStep {...props} />
    </Suspense>
  );
}
