import { KeysUnavailableError } from '../auth';
import { isTransient } from '../documents';
import { HttpProblem } from './problem';

/** What the caller is told of a thrown error: faults of the request by name, an outage as 503, anything else as 500 without details. */
export function problemFor(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (isTransient(error) || error instanceof KeysUnavailableError)
    return new HttpProblem(503, 'unavailable', 'Try again in a moment.');
  return faultOfRequest(error) ?? new HttpProblem(500, 'internal');
}

/** Express and its body parsers mark errors that the caller is to blame for with the status that they mean. */
function faultOfRequest(error: unknown): HttpProblem | null {
  if (!(error instanceof Error) || !('status' in error)) return null;
  if (error instanceof URIError) return invalid('path', 'is not a valid URL path');
  switch (error.status) {
    case 400:
      return invalid('body', 'is not complete JSON');
    case 413:
      return new HttpProblem(413, 'too_large', 'The body is too large.', [{ path: 'body', message: 'is too large' }]);
    case 415:
      return new HttpProblem(
        415,
        'unsupported_media_type',
        'Send JSON in UTF-8, plain or compressed with gzip, deflate or br.',
      );
    default:
      return null;
  }
}

function invalid(path: string, message: string): HttpProblem {
  return new HttpProblem(400, 'invalid_request', `The ${path} ${message}.`, [{ path, message }]);
}
