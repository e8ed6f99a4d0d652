import { Link } from '@tanstack/react-router';
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

/** The learner's places, in reach of a thumb. */
export function Tabs() {
  const text = useText();
  return (
    <nav className={styles['tabs']} aria-label={text('tabs.label')}>
      <ul className={styles['list']}>
        {places.map(({ to, text: id, Icon }) => (
          <li key={to}>
            <Link to={to} className={styles['tab'] ?? ''}>
              <Icon />
              {text(id)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
