import * as z from 'zod';
import { Instant } from '../primitives';
import { code, password } from './common';

/** `code` where two-step sign-in is on. */
export const EraseAccountBody = z.strictObject({ currentPassword: password, code: code.optional() });
/** Null: nobody asked for it. Until then the account can be kept; while something of it is open, the instant moves on by a day. */
export const ErasureBody = z.object({ erasesAt: Instant.nullable() });
