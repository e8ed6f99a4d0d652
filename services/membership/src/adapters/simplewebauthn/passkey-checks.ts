import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';
import {
  ALGORITHMS,
  type NewPasskey,
  type Passkey,
  type PasskeyAnswer,
  type PasskeyChecks,
  rpIdOf,
} from '../../domain/passkey';

/** As the library wants what a browser hands on. */
const common = (id: string) => ({ id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} });

/** WebAuthn, for the one address that the platform is reached by. */
export function createPasskeyChecks(publicOrigin: string): PasskeyChecks {
  const rpId = rpIdOf(publicOrigin);
  const { origin } = new URL(publicOrigin);
  const asked = (challenge: string, expectedRPID: string) => ({
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID,
    requireUserVerification: true,
  });
  return {
    rpId,
    async made(challenge, { id, clientDataJson: clientDataJSON, attestationObject }: NewPasskey) {
      if (rpId === null) return null;
      const checked = await orNull(async () => {
        const response = {
          ...common(id),
          response: { clientDataJSON, attestationObject: withoutAttestation(attestationObject) },
        };
        return verifyRegistrationResponse({ response, ...asked(challenge, rpId), supportedAlgorithmIDs: ALGORITHMS });
      });
      if (checked?.verified !== true) return null;
      const { credential } = checked.registrationInfo;
      const publicKey = Buffer.from(credential.publicKey).toString('base64url');
      return { id: credential.id, publicKey, counter: credential.counter };
    },
    async signed(challenge, { id, publicKey }: Pick<Passkey, 'id' | 'publicKey'>, answer: PasskeyAnswer) {
      if (rpId === null) return null;
      const { clientDataJson: clientDataJSON, authenticatorData, signature, userHandle } = answer;
      const response = { ...common(answer.id), response: { clientDataJSON, authenticatorData, signature, userHandle } };
      // Whether the counter has grown is for whoever asks: a copy is not only refused.
      const credential = { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter: 0 };
      const checked = await orNull(() =>
        verifyAuthenticationResponse({ response, ...asked(challenge, rpId), credential }),
      );
      return checked?.verified === true ? checked.authenticationInfo.newCounter : null;
    },
  };
}

/**
 * Who built an authenticator is not asked for, so what somebody sends of it all the same is not looked at: to check its certificates the
 * library would ask addresses that stand in them.
 */
function withoutAttestation(attestationObject: string) {
  const authData = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject)).get('authData');
  const bare = new Map<string, string | Uint8Array | Map<string, string>>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', authData],
  ]);
  return isoBase64URL.fromBuffer(isoCBOR.encode(bare));
}

/** The library throws at whatever is not as it should be, and says why in words; a stranger wrote that, so it is refused and no more. */
async function orNull<T>(check: () => Promise<T>): Promise<T | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}
