import { commonSettings, wholeNumber, type Settings } from '@daka/service-kit';
import { z } from 'zod';

const { HOST, NODE_ENV, LOG_LEVEL } = commonSettings;

export const settings = {
  PORT: { describe: 'port of the one public origin', schema: wholeNumber(0, 65_535), default: '8080' },
  HOST,
  NODE_ENV,
  LOG_LEVEL,
  MEMBERSHIP_URL: { describe: 'where membership listens', schema: z.url() },
  PAYMENT_URL: { describe: 'where payment listens', schema: z.url() },
  HOMEWORK_URL: { describe: 'where homework listens', schema: z.url() },
  CHECKIN_URL: { describe: 'where checkin listens', schema: z.url() },
} as const satisfies Settings;
