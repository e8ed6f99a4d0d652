import type { Readable } from 'node:stream';

/** Bytes `start` to `end`, both counted in. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where the bytes of files lie. Keys are drawn by lot, so that nothing is ever overwritten; `/` parts a key from its prefix. */
export interface FileStorage {
  /** Stores a stream of exactly so many bytes under a key that is new. @throws where it ends early; what was stored by then may stay. */
  put(key: string, source: Readable, bytes: number): Promise<void>;
  /** The stream fails where there is nothing under the key. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** Of one key, or of none: that is no failure. */
  remove(key: string): Promise<void>;
  /** Of every key that begins like this. */
  removeAll(prefix: string): Promise<void>;
}
