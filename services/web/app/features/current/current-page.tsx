import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Current, todayQuery } from '../../api/queries';
import { type TextId, useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';
import { Asked } from '../asked/asked';

interface CurrentPageProps {
  title: string;
  /** What will stand here, for who takes part in nothing yet. */
  none: TextId;
  children(current: Current): ReactNode;
}

/** A page of the learner's about the cohort they are in; without one it says what will stand here and where cohorts are found. */
export function CurrentPage({ title, none, children }: CurrentPageProps) {
  const text = useText();
  const query = useQuery(todayQuery);
  return (
    <Page title={title} above={query.data?.current?.title} tabs>
      <Asked query={query}>
        {({ current }) =>
          current === null ? (
            <>
              <Muted>{text(none)}</Muted>
              <ButtonLink to="/cohorts" quiet>
                {text('noDays.find')}
              </ButtonLink>
            </>
          ) : (
            children(current)
          )
        }
      </Asked>
    </Page>
  );
}
