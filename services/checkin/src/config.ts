import { type ConfigOf, type Settings, commonSettings } from '@daka/service-kit';
import { fileSettings } from '@daka/service-kit/files';
import { z } from 'zod';

/** The environment that check-in reads. */
export const settings = {
  ...commonSettings,
  ...fileSettings,
  ARBITERS: {
    describe:
      "accounts of the platform's arbiters, comma-separated ids; empty: what only they could answer is granted by time",
    schema: z
      .string()
      .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
      .pipe(z.array(z.uuid())),
    default: '',
  },
} as const satisfies Settings;

export type CheckinConfig = ConfigOf<typeof settings>;
