import { commonSettings, type Settings } from '@daka/service-kit';

export const settings = { ...commonSettings } as const satisfies Settings;
