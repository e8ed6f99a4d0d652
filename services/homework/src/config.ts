import { type ConfigOf, type Settings, commonSettings } from '@daka/service-kit';
import { fileSettings } from '@daka/service-kit/files';

/** The environment that homework reads. */
export const settings = { ...commonSettings, ...fileSettings } as const satisfies Settings;

export type HomeworkConfig = ConfigOf<typeof settings>;
