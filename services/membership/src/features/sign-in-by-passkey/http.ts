import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { deviceSecretOf } from '../../domain/device-secret';
import type { SecretCookie } from '../../ports';
import type { SignInByPasskey } from './handler';

export const signInByPasskeyRoute = route<{
  signInByPasskey: SignInByPasskey;
  refreshCookie: SecretCookie;
  deviceCookie: SecretCookie;
}>()({
  method: 'post',
  path: '/sessions/passkey',
  summary: 'Sign in by a passkey alone',
  access: 'public',
  body: http.PasskeyAnswerBody,
  answers: { 201: http.SignedInBody, 401: refusals('wrong_passkey'), 429: refusals('too_many_attempts') },
  handle: async ({ body, req, res }, { signInByPasskey, refreshCookie, deviceCookie }) => {
    const signedIn = await signInByPasskey(body, {
      deviceSecret: deviceSecretOf(deviceCookie.read(req)),
      address: req.ip ?? '',
      device: req.get('user-agent') ?? null,
    });
    if (isRefused(signedIn)) return signedIn;
    refreshCookie.set(res, signedIn.refreshToken);
    deviceCookie.set(res, signedIn.deviceSecret);
    return signedIn.body;
  },
});
