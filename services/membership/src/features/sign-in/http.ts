import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { deviceSecretOf } from '../../domain/device-secret';
import type { SecretCookie } from '../../ports';
import type { SignIn } from './handler';

export const signInRoute = route<{ signIn: SignIn; refreshCookie: SecretCookie; deviceCookie: SecretCookie }>()({
  method: 'post',
  path: '/sessions',
  summary: 'Sign in; with two-step sign-in, ask again with a code',
  access: 'public',
  body: http.SignInBody,
  answers: {
    201: http.SignedInBody,
    401: refusals('wrong_credentials', 'second_factor_needed', 'passkey_needed', 'wrong_code'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: async ({ body, req, res }, { signIn, refreshCookie, deviceCookie }) => {
    const signedIn = await signIn(body, {
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
