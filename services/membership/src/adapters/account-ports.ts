import type { Clock, Sealing, ServiceBase } from '@daka/service-kit';
import type { Config } from '../config';
import { createPasswords } from './argon2/passwords';
import { createAccountLetters } from './mongo/account-letters';
import { createAccounts } from './mongo/accounts';
import { createAuditLog } from './mongo/audit-log';
import { attemptLimits, createAttempts } from './mongo/attempts';
import { createDevices } from './mongo/devices';
import { createEmailChanges } from './mongo/email-changes';
import { createErasures } from './mongo/erasures';
import { createInvitations } from './mongo/invitations';
import { createNotices } from './mongo/notices';
import { createPasskeyChallenges } from './mongo/passkey-challenges';
import { createResetRequests } from './mongo/reset-requests';
import { createSecondFactors } from './mongo/second-factors';
import { createSessions } from './mongo/sessions';
import { createSignUps } from './mongo/sign-ups';
import { createOneTimeCodes } from './otpauth/one-time-codes';
import { createPasskeyChecks } from './simplewebauthn/passkey-checks';

const wallClock: Clock = { nowMs: () => Date.now() };

/** What accounts, their factors and their sign-ins stand on. */
export async function createAccountPorts({ mongo }: ServiceBase, config: Config, sealing: Sealing) {
  const [accounts, erasures, secondFactors, invitations, sessions, auditLog, attempts, devices, passwords, ofLetters] =
    await Promise.all([
      createAccounts(mongo),
      createErasures(mongo),
      createSecondFactors(mongo),
      createInvitations(mongo),
      createSessions(mongo),
      createAuditLog(mongo),
      createAttempts(
        mongo,
        attemptLimits({ max: config.SIGN_IN_ATTEMPTS, windowSeconds: config.SIGN_IN_WINDOW_SECONDS }),
      ),
      createDevices(mongo, wallClock),
      createPasswords({
        memoryKib: config.ARGON2_MEMORY_KIB,
        iterations: config.ARGON2_ITERATIONS,
        parallelism: config.ARGON2_PARALLELISM,
        concurrency: config.ARGON2_CONCURRENCY,
        maxWaiting: config.ARGON2_MAX_WAITING,
      }),
      createLetterPorts(mongo),
    ]);
  const oneTimeCodes = createOneTimeCodes(sealing);
  const passkeyChecks = createPasskeyChecks(config.PUBLIC_ORIGIN);
  const passkeyChallenges = await createPasskeyChallenges(mongo);
  const ofFactors = { secondFactors, oneTimeCodes, passkeyChecks, passkeyChallenges };
  const ofAccounts = { accounts, erasures, ...ofFactors, invitations, ...ofLetters };
  return { ...ofAccounts, sessions, auditLog, attempts, devices, passwords };
}

/** What is written to addresses, and what the links do. */
async function createLetterPorts(mongo: ServiceBase['mongo']) {
  const [letters, signUps, resetRequests, notices] = await Promise.all([
    createAccountLetters(mongo),
    createSignUps(mongo),
    createResetRequests(mongo),
    createNotices(mongo),
  ]);
  return { letters, signUps, resetRequests, notices, emailChanges: createEmailChanges(mongo) };
}
