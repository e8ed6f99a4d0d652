import * as z from 'zod';
import { Instant } from './primitives';

/**
 * CloudEvents 1.0 in structured JSON mode, with the extensions that Daka relies on:
 * `subject` is the aggregate's id and the Kafka key, `streamseq` counts the events of that
 * aggregate on that topic from 1 without a gap, `traceparent` is W3C Trace Context.
 * Further attributes are a newer producer's extensions; they are ignored.
 */
export const Envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().regex(/\.v\d+$/),
  subject: z.string().min(1),
  time: Instant,
  datacontenttype: z.literal('application/json'),
  streamseq: z.int().min(1),
  traceparent: z.string().optional(),
  data: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;
