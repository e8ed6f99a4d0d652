import { Link, useRouter } from '@tanstack/react-router';
import { type MouseEvent, useState } from 'react';
import { type TextId, useText } from '../texts/use-text';
import { DaysIcon, MoneyIcon, MoreIcon, TodayIcon, WorkIcon } from './icons';
import styles from './tabs.module.css';

const places = [
  { to: '/today', text: 'tabs.today', Icon: TodayIcon },
  { to: '/days', text: 'tabs.days', Icon: DaysIcon },
  { to: '/money', text: 'tabs.money', Icon: MoneyIcon },
  { to: '/homework', text: 'tabs.homework', Icon: WorkIcon },
  { to: '/more', text: 'tabs.more', Icon: MoreIcon },
] as const satisfies readonly { to: string; text: TextId; Icon: () => React.ReactNode }[];

/** The learner's places, in reach of a thumb. A tap is answered first and gone after then: the next page may take a slow phone a while. */
export function Tabs() {
  const text = useText();
  const router = useRouter();
  const [pressed, setPressed] = useState<string | null>(null);
  const answerFirst = (event: MouseEvent, to: (typeof places)[number]['to']): void => {
    // Into another tab or window: the browser's own business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    setPressed(to);
    afterPaint(() => void router.navigate({ to }).finally(() => setPressed(null)));
  };
  return (
    <nav className={styles['tabs']} aria-label={text('tabs.label')}>
      <ul className={styles['list']}>
        {places.map(({ to, text: id, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={styles['tab'] ?? ''}
              data-pressed={pressed === to || undefined}
              onClick={(event) => answerFirst(event, to)}
            >
              <Icon />
              {text(id)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** When what has just been changed is seen. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}
