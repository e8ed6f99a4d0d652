import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button as Pressable } from 'react-aria-components';
import styles from './button.module.css';

interface ButtonProps {
  /** One a page is the main one; all others are quiet. */
  quiet?: boolean;
  small?: boolean;
  children: ReactNode;
}

function classOf({ quiet, small }: Omit<ButtonProps, 'children'>): string {
  return [styles['button'], quiet && styles['quiet'], small && styles['small']].filter(Boolean).join(' ');
}

export function Button({
  quiet = false,
  small = false,
  children,
  ...more
}: ButtonProps & { onPress?: () => void; isDisabled?: boolean; type?: 'button' | 'submit' }) {
  return (
    <Pressable className={classOf({ quiet, small })} {...more}>
      {children}
    </Pressable>
  );
}

/** Saves a file, looks like a quiet button. The browser saves what comes as it comes. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className={classOf({ quiet: true })} href={href} download>
      {children}
    </a>
  );
}

/** Goes somewhere, looks like a button. */
export function ButtonLink({ quiet = false, small = false, children, ...to }: ButtonProps & LinkProps) {
  return (
    <Link className={classOf({ quiet, small })} {...to}>
      {children}
    </Link>
  );
}
