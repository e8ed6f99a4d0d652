import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { deviceSecretOf } from '../../domain/device-secret';
import type { SecretCookie } from '../../ports';
import type { SignUp } from './handler';

export const signUpRoute = route<{ signUp: SignUp; refreshCookie: SecretCookie; deviceCookie: SecretCookie }>()({
  method: 'post',
  path: '/accounts',
  summary: 'Sign up',
  access: 'public',
  body: http.SignUpBody,
  answers: {
    201: http.SignedInBody,
    409: refusals('email_taken'),
    422: refusals('guessable_password'),
    503: refusals('busy'),
  },
  handle: async ({ body, req, res }, { signUp, refreshCookie, deviceCookie }) => {
    const signedIn = await signUp(body, {
      deviceSecret: deviceSecretOf(deviceCookie.read(req)),
      device: req.get('user-agent') ?? null,
    });
    if (isRefused(signedIn)) return signedIn;
    refreshCookie.set(res, signedIn.refreshToken);
    deviceCookie.set(res, signedIn.deviceSecret);
    return signedIn.body;
  },
});
