import type { Readable } from 'node:stream';
import type { Refused } from '@daka/contracts';
import type { Request, Response } from 'express';
import type { PictureRefusal } from './picture';

export type FileKind = 'picture' | 'voice' | 'attachment';

/** What a file is to be, said before its first byte. */
export interface NewFile {
  fileId: string;
  /** Whose it is: an account. */
  ownerId: string;
  /** What it is for, such as an enrolment: only there it can be used. */
  placeId: string;
  /** Among whose pictures it is compared. */
  groupId: string;
  kind: FileKind;
  bytes: number;
  /** Of an attachment, as whoever sends it calls it; once it is ready, what it is saved as. */
  name?: string;
}

/** A file on its way or there. */
export interface KeptFile extends NewFile {
  /** How many bytes have arrived for good. */
  received: number;
  status: 'receiving' | 'ready' | 'refused';
  /** Why it is refused. */
  refusal?: ContentRefusal;
  createdAtMs: number;
  /** What it is used for, as whoever used it named it; absent: nothing yet. */
  usedFor?: string;
  /** Once it is ready. */
  content?: FileContent;
}

export interface FileContent {
  mediaType: string;
  bytes: number;
  /** These three of a picture. */
  thumbnailBytes?: number;
  width?: number;
  height?: number;
  /** Of a voice note, whole ones. */
  seconds?: number;
}

export type ContentRefusal = 'file_type_refused' | 'voice_too_long' | PictureRefusal;
export type BeginRefusal = 'file_too_large' | 'too_many_files';
export type AppendRefusal =
  | 'no_file'
  | 'offset_mismatch'
  | 'too_much'
  | 'too_many_uploads'
  | 'unavailable'
  | ContentRefusal;

/** An earlier file of the group that looks the same. */
export interface Resemblance {
  fileId: string;
  placeId: string;
  usedFor: string;
  /** Of 128 bits of what they look like. */
  differingBits: number;
}

/** Everything that a service does with files. */
export interface Files {
  begin(file: NewFile): Promise<Refused<BeginRefusal> | KeptFile>;
  /**
   * Takes what comes from a place on. What arrived stays, also where the sender goes away: the next one begins there. With the last byte,
   * or asked again with none, the whole is looked through and made ready or refused.
   */
  append(fileId: string, offset: number, body: Readable): Promise<Refused<AppendRefusal> | KeptFile>;
  find(fileId: string): Promise<KeptFile | null>;
  /** Those of them that there are. */
  findAll(fileIds: readonly string[]): Promise<KeptFile[]>;
  /** Answers a request for the bytes of a file that is ready; who may ask is for the caller to know. */
  send(file: KeptFile, how: { thumbnail: boolean }, exchange: { req: Request; res: Response }): Promise<void>;
  use(fileIds: readonly string[], usedFor: string): Promise<void>;
  /** Used files of the same group that look the same; the most alike first. */
  resembling(fileId: string): Promise<Resemblance[]>;
  /** Files from before an instant that nobody uses, the oldest first. */
  unused(beforeMs: number, limit: number): Promise<KeptFile[]>;
  remove(fileIds: readonly string[]): Promise<void>;
  /** Of an account that is erased. @returns how many. */
  removeOwnedBy(ownerId: string): Promise<number>;
}
