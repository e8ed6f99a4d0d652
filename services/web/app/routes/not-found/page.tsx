import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

export function NotFound() {
  const text = useText();
  return (
    <Page title={text('notFound.title')}>
      <Muted>{text('notFound.text')}</Muted>
      <ButtonLink to="/">{text('notFound.back')}</ButtonLink>
    </Page>
  );
}
