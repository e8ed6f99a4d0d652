import helmet from 'helmet';
import type { RequestHandler } from 'express';

export const VIOLATIONS_PATH = '/api/violations';

/** The one style text that React Aria writes into a page (how touch acts on what can be pressed), by its hash: nothing else is allowed in. */
const REACT_ARIA_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** What a page of the app may do: only what comes from here. Violations are reported, see features/count-violations. */
export function appHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'style-src': ["'self'", REACT_ARIA_STYLE],
        'img-src': ["'self'", 'data:'],
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
}
