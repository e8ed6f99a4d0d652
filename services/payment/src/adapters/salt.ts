import { randomBytes } from 'node:crypto';

export const newSalt = (): string => randomBytes(32).toString('hex');
