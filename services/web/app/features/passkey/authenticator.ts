import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { api, bodyOf } from '../../api/client';
import { isTemporary, Refusal } from '../../api/refusal';
import type { TextId } from '../../texts/use-text';

/** What the reader's authenticator is to sign. All of this comes with its texts when it is wanted, so that no page pays for it before. */
interface Asked {
  challenge: string;
  rpId: string;
  timeoutSeconds: number;
}

/** Signs in by a passkey alone, or says what stood in the way. */
export async function signInByPasskey() {
  try {
    const body = await answer(await bodyOf(api.membership.POST('/passkey-challenges')));
    return await bodyOf(api.web.POST('/session/passkey', { body }));
  } catch (error) {
    return { problem: whyNot(error) };
  }
}

/** A code for one act, by a passkey of whoever is signed in. */
export async function proveByPasskey(): Promise<string> {
  const body = await answer(await bodyOf(api.membership.POST('/accounts/me/passkey-proofs/challenge')));
  return (await bodyOf(api.membership.POST('/accounts/me/passkey-proofs', { body }))).code;
}

/** Adds a passkey; recovery codes with the first factor of an account. */
export async function addPasskey(
  name: string,
  proof: { currentPassword: string; code?: string },
): Promise<readonly string[]> {
  const begun = await bodyOf(api.membership.POST('/accounts/me/passkey-challenges', { body: proof }));
  const { id, response } = await startRegistration({
    optionsJSON: {
      challenge: begun.challenge,
      rp: { id: begun.rpId, name: 'Daka' },
      user: { id: begun.userId, name: begun.userName, displayName: begun.displayName },
      pubKeyCredParams: begun.algorithms.map((alg) => ({ alg, type: 'public-key' })),
      excludeCredentials: begun.excludedIds.map((excluded) => ({ id: excluded, type: 'public-key' })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: begun.timeoutSeconds * 1_000,
    },
  });
  const { clientDataJSON: clientDataJson, attestationObject } = response;
  const body = { name, id, clientDataJson, attestationObject };
  return (await bodyOf(api.membership.POST('/accounts/me/passkeys', { body }))).recoveryCodes;
}

async function answer({ challenge, rpId, timeoutSeconds }: Asked) {
  const { id, response } = await startAuthentication({
    optionsJSON: { challenge, rpId, userVerification: 'required', timeout: timeoutSeconds * 1_000 },
  });
  const { clientDataJSON: clientDataJson, authenticatorData, signature, userHandle = '' } = response;
  return { id, clientDataJson, authenticatorData, signature, userHandle };
}

const REFUSED: Readonly<Record<string, TextId>> = {
  wrong_passkey: 'passkey.wrong',
  passkey_not_begun: 'passkey.notBegun',
  passkeys_impossible: 'passkey.needsName',
  too_many_passkeys: 'passkey.tooMany',
  wrong_credentials: 'newPassword.wrong',
  wrong_code: 'factor.wrongCode',
  too_many_attempts: 'account.tooMany',
};

/** What stood in the way, in words. A browser does not say whether somebody turned it down, waited too long, or has none. */
export function whyNot(error: unknown): TextId {
  if (error instanceof Refusal && error.code in REFUSED) return REFUSED[error.code] ?? 'asked.refused';
  if (error instanceof Refusal || isTemporary(error)) return isTemporary(error) ? 'asked.unreachable' : 'asked.refused';
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'passkey.hereAlready';
  if (error instanceof Error && error.name === 'NotAllowedError') return 'passkey.turnedDown';
  return 'passkey.noneHere';
}
