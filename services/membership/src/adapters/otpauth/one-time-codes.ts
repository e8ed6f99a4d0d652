import { randomInt } from 'node:crypto';
import { membershipHttp as http } from '@daka/contracts';
import type { Sealing } from '@daka/service-kit';
import { Secret, TOTP } from 'otpauth';
import { RECOVERY_ALPHABET, RECOVERY_CHARACTERS } from '../../domain/second-factor';
import type { OneTimeCodes } from '../../ports';

/** What every authenticator takes; some ignore what an address says of it. RFC 6238 with HMAC-SHA-1, which its collisions do not weaken. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** A code before and after: clocks differ, and typing takes time. */
const STEPS_OFF = 1;
const ISSUER = 'Daka';

/** What is sealed for one account opens for no other. */
export const factorSealedFor = (accountId: string) => `second-factor|${accountId}`;

/** TOTP, its secrets sealed under the same KEY as the signing keys. */
export function createOneTimeCodes(sealing: Sealing): OneTimeCodes {
  return {
    fresh(accountId, label) {
      const secret = new Secret({ size: SECRET_BYTES });
      const uri = new TOTP({ ...FORM, issuer: ISSUER, label, secret }).toString();
      return { sealed: sealing.close(factorSealedFor(accountId), secret.base32), secret: secret.base32, uri };
    },
    stepOf({ accountId, sealed }, code, nowMs) {
      if (sealed === null) return null;
      const secret = sealing.open(factorSealedFor(accountId), sealed);
      if (secret === null) return null;
      const totp = new TOTP({ ...FORM, secret: Secret.fromBase32(secret) });
      const off = totp.validate({ token: code, timestamp: nowMs, window: STEPS_OFF });
      return off === null ? null : totp.counter({ timestamp: nowMs }) + off;
    },
    recoveryCodes: () => Array.from({ length: http.RECOVERY_CODES }, recoveryCode),
  };
}

/** 120 random bits, so that a plain hash of it keeps it. */
function recoveryCode(): string {
  const one = () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)] ?? '';
  return Array.from({ length: RECOVERY_CHARACTERS }, one).join('');
}
