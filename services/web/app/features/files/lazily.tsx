import { type ComponentProps, lazy, Suspense } from 'react';
import { withTexts } from '../../texts/language';

// Pictures are for few cohorts: their code and texts come with the first one that is shown or may be added.
const picker = () => withTexts('media', import('../media/picker'));
const LazyPicker = lazy(() => picker().then(({ Picker }) => ({ default: Picker })));
const LazyHandInFiles = lazy(() => picker().then(({ HandInFiles }) => ({ default: HandInFiles })));
const LazyFiles = lazy(() =>
  withTexts(
    'media',
    import('../media/shown-files').then(({ ShownFiles }) => ({ default: ShownFiles })),
  ),
);

export const Picker = (props: ComponentProps<typeof LazyPicker>) => (
  <Suspense>
    <LazyPicker {...props} />
  </Suspense>
);

export const HandInFiles = (props: ComponentProps<typeof LazyHandInFiles>) => (
  <Suspense>
    <LazyHandInFiles {...props} />
  </Suspense>
);

export const ShownFiles = (props: ComponentProps<typeof LazyFiles>) => (
  <Suspense>
    <LazyFiles {...props} />
  </Suspense>
);

/** What was added to something that has arrived is not needed here any more. */
export async function forgetMedia(key: string): Promise<void> {
  const store = await import('../media/store');
  await store.forgetMedia(key);
}
