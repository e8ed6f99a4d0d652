import { HttpProblem } from './problem';

/** What the caller is told of a thrown error: faults of the request by name, an outage as 503, anything else as 500 without details. */
export function problemFor(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const { type, status, name } = error as { type?: string; status?: number; name?: string };
  if (type === 'entity.parse.failed') return new HttpProblem(400, 'invalid_request', 'The body is not JSON.', [{ path: '', message: 'not JSON' }]);
  if (type === 'entity.too.large') return new HttpProblem(413, 'too_large', 'The body is too large.');
  if (typeof status === 'number' && status >= 400 && status < 500) return new HttpProblem(status, 'invalid_request');
  if (name !== undefined && isOutage(name)) return new HttpProblem(503, 'unavailable', 'Try again in a moment.');
  return new HttpProblem(500, 'internal');
}

const OUTAGES = /^(MongoServerSelectionError|MongoNetworkError|MongoNetworkTimeoutError|MongooseServerSelectionError|MongoPoolClearedError|MongoNotConnectedError|MongoTopologyClosedError|KafkaJS\w*|QueueFullError|ConflictError)$/;

function isOutage(name: string): boolean {
  return OUTAGES.test(name);
}
