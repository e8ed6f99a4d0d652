import { ApiError } from './error';

/** Refuses a request without the right secret key (Bearer, or Basic with the key as the user's name). */
export function checkSecretKey(authorization: string | undefined, secretKey: string): void {
  const given = keyIn(authorization);
  if (given === secretKey) return;
  throw new ApiError(
    401,
    {
      type: 'invalid_request_error',
      message: given === undefined ? NO_KEY : `Invalid API Key provided: ${masked(given)}`,
    },
    false,
  );
}

const NO_KEY =
  "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";

function keyIn(authorization = ''): string | undefined {
  const [scheme = '', value = ''] = authorization.split(' ', 2);
  if (/^bearer$/i.test(scheme)) return value || undefined;
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString().split(':')[0] || undefined;
  return undefined;
}

const masked = (key: string): string =>
  `${key.slice(0, 8)}${'*'.repeat(Math.max(0, Math.min(key.length, 40) - 12))}${key.length > 12 ? key.slice(-4) : ''}`;
