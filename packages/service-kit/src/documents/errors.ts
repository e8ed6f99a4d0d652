import { mongo } from 'mongoose';

/** Others wrote the same document again and again while this change was tried. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

/** A document was written by a newer version of this code: it is left as it is, for the newer instance to go on with. */
export class NewerDocumentError extends Error {
  override name = 'NewerDocumentError';
}

const DUPLICATE_KEY = 11_000;
/** Shutdown, election and the like: the server itself says "later". */
const TRANSIENT_CODES = new Set([6, 7, 89, 91, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436]);
/** A list that was half read when the server went away, or when it gave the cursor up: the same list read anew is whole. */
const LOST_CURSOR_CODES = new Set([43, 237]);
const TRANSIENT_NAMES = new Set([
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoPoolClosedError',
  'MongoServerClosedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoExpiredSessionError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
  'MongooseServerSelectionError',
  'KafkaJSConnectionError',
  'KafkaJSNumberOfRetriesExceeded',
  'KafkaJSRequestTimeoutError',
  'KafkaJSConnectionClosedError',
  'KafkaJSBrokerNotFound',
  'ConflictError',
  'QueueFullError',
  'NewerDocumentError',
]);
/** The system's own words for a connection that is gone; MongoDB's driver passes them on bare when it writes to one that the other side has just ended. */
const CONNECTION_CODES = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_STREAM_DESTROYED',
]);

/** Whether an error means that MongoDB or Kafka cannot be reached, or is too busy, right now: the same call may succeed later. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // With all that are derived from it: a pool that was cleared, or connections that the monitor of the server has ended.
  if (error instanceof mongo.MongoNetworkError) return true;
  if (TRANSIENT_NAMES.has(error.name) || isLostConnection(error)) return true;
  if (error instanceof mongo.MongoError && isRetryableByLabel(error)) return true;
  if (error instanceof mongo.MongoBulkWriteError && isTransient(error.errorResponse)) return true;
  return error instanceof mongo.MongoServerError && isTransientCode(Number(error.code));
}

/** A unique index refused the write: the value is taken. */
export function isDuplicateKey(error: unknown): error is mongo.MongoServerError {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/** A transaction's commit was sent, and what came of it is not known. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof mongo.MongoError && error.hasErrorLabel('UnknownTransactionCommitResult');
}

/** Two writers created the same document; any other duplicate is the caller's to explain. */
export function isDuplicateId(error: unknown): boolean {
  // isDuplicateKey has seen which error it is.
  return isDuplicateKey(error) && '_id' in (error.keyPattern ?? {});
}

/**
 * Every failed part of a bulk insert had been inserted before. The driver throws the same error, without failed parts,
 * where it could not reach the server: then nothing is known of any part.
 */
export function isOnlyDuplicates(error: unknown): boolean {
  if (!(error instanceof mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) return false;
  const failed = [error.writeErrors].flat();
  return failed.length > 0 && failed.every(({ code }) => code === DUPLICATE_KEY);
}

function isLostConnection(error: NodeJS.ErrnoException): boolean {
  return typeof error.code === 'string' && CONNECTION_CODES.has(error.code);
}

function isTransientCode(code: number): boolean {
  return TRANSIENT_CODES.has(code) || LOST_CURSOR_CODES.has(code);
}

function isRetryableByLabel(error: mongo.MongoError): boolean {
  return error.hasErrorLabel('TransientTransactionError') || error.hasErrorLabel('RetryableWriteError');
}
