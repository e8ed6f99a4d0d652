import { isRefused, membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { deviceSecretOf } from '../../domain/device-secret';
import type { SecretCookie } from '../../ports';
import type { ConfirmSignUp } from './handler';

export const confirmSignUpRoute = route<{
  confirmSignUp: ConfirmSignUp;
  refreshCookie: SecretCookie;
  deviceCookie: SecretCookie;
}>()({
  method: 'post',
  path: '/accounts/confirmation',
  summary: 'Make the account by the secret of the link that was sent to its address and its password, and sign in',
  access: 'public',
  body: http.ConfirmSignUpBody,
  answers: {
    201: http.SignedInBody,
    401: refusals('wrong_credentials'),
    404: refusals('link_ended'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: async ({ body, req, res }, { confirmSignUp, refreshCookie, deviceCookie }) => {
    const signedIn = await confirmSignUp(body, {
      deviceSecret: deviceSecretOf(deviceCookie.read(req)),
      device: req.get('user-agent') ?? null,
    });
    if (isRefused(signedIn)) return signedIn;
    refreshCookie.set(res, signedIn.refreshToken);
    deviceCookie.set(res, signedIn.deviceSecret);
    return signedIn.body;
  },
});
