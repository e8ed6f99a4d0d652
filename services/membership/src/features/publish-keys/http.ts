import { membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { Ports } from '../../ports';

export const publishKeysRoute = route<Pick<Ports, 'accessTokens'>>()({
  method: 'get',
  path: '/.well-known/jwks.json',
  summary: 'Public keys of the access tokens',
  access: 'public',
  answers: { 200: http.JwksBody },
  handle: async (_request, { accessTokens }) => accessTokens.jwks(),
});
