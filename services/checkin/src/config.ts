import { type Settings, commonSettings } from '@daka/service-kit';

/** The environment that check-in reads. */
export const settings = { ...commonSettings } as const satisfies Settings;
