import helmet from 'helmet';
import type { RequestHandler } from 'express';

export const VIOLATIONS_PATH = '/api/violations';

/** The one style text that React Aria writes into a page (how touch acts on what can be pressed), by its hash: nothing else is allowed in. */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** Of what a device has, a page of ours may ask for the microphone, for voice notes, and for nothing else; what it embeds, for nothing at all. */
const PERMISSIONS = [
  'microphone=(self)',
  ...['camera', 'geolocation', 'display-capture', 'usb', 'serial', 'hid', 'midi', 'payment'].map((one) => `${one}=()`),
].join(', ');

/** What a page of the app may do: only what comes from here. Violations are reported, see features/count-violations. */
export function appHeaders(): RequestHandler {
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'style-src': ["'self'", REACT_ARIA_STYLE],
        'img-src': ["'self'", 'data:'],
        // A voice note is listened to before it has arrived.
        'media-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'report-uri': [VIOLATIONS_PATH],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return (req, res, next) => {
    res.set('Permissions-Policy', PERMISSIONS);
    secure(req, res, next);
  };
}
