import { type TextId, useText } from '../../texts/use-text';
import { Button } from '../../ui/button';

interface MoreProps {
  /** A list that is asked for page by page. */
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): Promise<unknown> };
  says?: TextId;
}

/** The next page of a list; nothing where there is none. */
export function More({ query, says = 'decisions.more' }: MoreProps) {
  const text = useText();
  if (!query.hasNextPage) return null;
  return (
    <Button quiet small isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
      {text(says)}
    </Button>
  );
}
