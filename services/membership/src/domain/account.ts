import type { membershipHttp } from '@daka/contracts';

export interface Account {
  id: string;
  email: string;
  displayName: string;
  timeZone: string;
  locale: membershipHttp.Locale;
  passwordHash: string;
  /** When somebody used a link that was sent to the address; null: nobody has. */
  emailProvenAtMs: number | null;
}
