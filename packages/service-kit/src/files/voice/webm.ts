import type { VoiceLength } from './types';

const EBML = 0x1a45dfa3;
const DOC_TYPE = 0x4282;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const TRACK_TYPE = 0x83;
const SOUND_TRACK = 2;
const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
/** Elements that are looked into; of all others only the size matters. */
const INSIDE = new Set([EBML, SEGMENT, INFO, TRACKS, TRACK_ENTRY, CLUSTER, BLOCK_GROUP]);

/** Deeper than any that records. */
const MOST_DEPTH = 6;

/** An id of four bytes and a size of eight. */
const MOST_HEAD_BYTES = 12;
/** The first bytes of the ids of a cluster, its time and a block. */
const RECORDED: readonly number[] = [0x1f, 0xe7, 0xa3];

interface Heard {
  docType: string;
  scaleNs: number;
  saidTicks: number;
  clusterTicks: number;
  lastTicks: number;
  tracks: number[];
}

/** WebM as browsers record it: live, so that its length is told by nothing but the time of its last block. */
export function webmLength(file: Buffer): VoiceLength | null {
  const heard: Heard = { docType: '', scaleNs: 1_000_000, saidTicks: 0, clusterTicks: 0, lastTicks: 0, tracks: [] };
  if (!walk(file, { from: 0, to: file.length, depth: 0 }, heard)) return null;
  if (heard.docType !== 'webm' || heard.tracks.length === 0 || heard.tracks.some((type) => type !== SOUND_TRACK))
    return null;
  const ticks = Math.max(heard.lastTicks, heard.saidTicks);
  return { mediaType: 'audio/webm', seconds: (ticks * heard.scaleNs) / 1e9 };
}

interface Within {
  from: number;
  to: number;
  depth: number;
}

/** False: what is there is no WebM. */
function walk(file: Buffer, { from, to, depth }: Within, heard: Heard): boolean {
  if (depth > MOST_DEPTH) return false;
  let at = from;
  while (at < to) {
    const id = idAt(file, at);
    const size = id && sizeAt(file, at + id.length);
    if (!id || !size) return isCutHead(file, at) && to === file.length;
    const start = at + id.length + size.length;
    const end = size.value === null ? start : start + size.value;
    if (end > to) {
      // A recorder that died in the middle of a block: what was recorded before is whole.
      if ((id.value !== SIMPLE_BLOCK && id.value !== TIMESTAMP) || to < file.length) return false;
      hear(id.value, file.subarray(start), heard);
      return true;
    }
    // Of what is recorded live nobody knows the size: what is in it comes next, as if it were beside it.
    if (size.value === null && !INSIDE.has(id.value)) return false;
    if (size.value !== null && INSIDE.has(id.value)) {
      if (!walk(file, { from: start, to: end, depth: depth + 1 }, heard)) return false;
    } else hear(id.value, file.subarray(start, end), heard);
    at = end;
  }
  return true;
}

/** Whether the file ends within the head of what recorders write one after the other. */
function isCutHead(file: Buffer, at: number): boolean {
  return file.length - at < MOST_HEAD_BYTES && RECORDED.includes(file[at] ?? 0);
}

function hear(id: number, data: Buffer, heard: Heard): void {
  switch (id) {
    case DOC_TYPE:
      heard.docType = data.toString('latin1').replaceAll('\0', '');
      break;
    case TIMESTAMP_SCALE:
      heard.scaleNs = unsigned(data);
      break;
    case DURATION:
      heard.saidTicks = data.length === 4 ? data.readFloatBE() : data.length === 8 ? data.readDoubleBE() : 0;
      break;
    case TRACK_TYPE:
      heard.tracks.push(unsigned(data));
      break;
    case TIMESTAMP:
      heard.clusterTicks = unsigned(data);
      break;
    case SIMPLE_BLOCK:
    case BLOCK:
      heard.lastTicks = Math.max(heard.lastTicks, heard.clusterTicks + blockTicks(data));
      break;
    default:
  }
}

/** Of a block, after the number of its track: when it begins, counted from its cluster. */
function blockTicks(data: Buffer): number {
  const track = sizeAt(data, 0);
  return track && data.length >= track.length + 2 ? data.readInt16BE(track.length) : 0;
}

function unsigned(data: Buffer): number {
  return data.length > 0 && data.length <= 6
    ? data.readUIntBE(0, data.length)
    : Number(data.length === 8 && data.readBigUInt64BE());
}

/** The first byte says how long a number is, by its zeros before the first one. */
function lengthAt(file: Buffer, at: number): number {
  const first = file[at] ?? 0;
  return first === 0 ? 9 : Math.clz32(first) - 23;
}

function idAt(file: Buffer, at: number): { value: number; length: number } | null {
  const length = lengthAt(file, at);
  return length > 4 || at + length > file.length ? null : { value: file.readUIntBE(at, length), length };
}

/** Null as a value: to the end, as of what is recorded live. */
function sizeAt(file: Buffer, at: number): { value: number | null; length: number } | null {
  const length = lengthAt(file, at);
  if (length > 8 || at + length > file.length) return null;
  let value = BigInt(file[at] ?? 0) & ((1n << BigInt(8 - length)) - 1n);
  for (const byte of file.subarray(at + 1, at + length)) value = (value << 8n) | BigInt(byte);
  const isUnknown = value === (1n << BigInt(7 * length)) - 1n;
  if (!isUnknown && value > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return { value: isUnknown ? null : Number(value), length };
}
