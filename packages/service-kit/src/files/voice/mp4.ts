import type { VoiceLength } from './types';

const INSIDE = new Set(['moov', 'trak', 'mdia', 'moof', 'traf', 'mvex', 'edts', 'minf', 'stbl']);
/** Notes about a recording, such as where it was made. */
const NOTES = new Set(['udta', 'meta', 'uuid']);
/** Deeper than any that records. */
const MOST_DEPTH = 8;
const SAMPLE_DURATION = 0x100;
const DEFAULT_DURATION = 0x8;

interface Heard {
  handlers: string[];
  timescale: number;
  /** Of a whole recording, in ticks of the track. */
  saidTicks: number;
  /** Of the pieces of a recording that was written as it came. */
  piecesTicks: number;
  trackDefault: number;
  pieceDefault: number;
}

/** MP4 with one track of sound, written whole or piece by piece, box after box to the end of the file. What is noted in it (where it was recorded, say) is blanked in place. */
export function mp4Length(file: Buffer): VoiceLength | null {
  const heard: Heard = { handlers: [], timescale: 0, saidTicks: 0, piecesTicks: 0, trackDefault: 0, pieceDefault: 0 };
  if (!walk(file, { from: 0, to: file.length, depth: 0 }, heard)) return null;
  if (heard.handlers.length !== 1 || heard.handlers[0] !== 'soun' || heard.timescale === 0) return null;
  return { mediaType: 'audio/mp4', seconds: Math.max(heard.saidTicks, heard.piecesTicks) / heard.timescale };
}

interface Within {
  from: number;
  to: number;
  depth: number;
}

function walk(file: Buffer, { from, to, depth }: Within, heard: Heard): boolean {
  if (depth > MOST_DEPTH) return false;
  for (let at = from; at < to;) {
    if (at + 8 > to) return false;
    const type = file.toString('latin1', at + 4, at + 8);
    const short = file.readUInt32BE(at);
    const isLong = short === 1;
    if (isLong && at + 16 > to) return false;
    const size = isLong ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    const head = isLong ? 16 : 8;
    if (size < head || at + size > to) return false;
    const data = file.subarray(at + head, at + size);
    if (NOTES.has(type)) {
      file.write('free', at + 4, 'latin1');
      data.fill(0);
    } else if (INSIDE.has(type)) {
      if (!walk(file, { from: at + head, to: at + size, depth: depth + 1 }, heard)) return false;
    } else if (!hear(type, data, heard)) return false;
    at += size;
  }
  return true;
}

/** False: the box is shorter than it must be. */
function hear(type: string, data: Buffer, heard: Heard): boolean {
  switch (type) {
    case 'hdlr':
      if (data.length < 12) return false;
      heard.handlers.push(data.toString('latin1', 8, 12));
      return true;
    case 'mdhd':
      return hearTrack(data, heard);
    case 'trex':
      if (data.length < 16) return false;
      heard.trackDefault = data.readUInt32BE(12);
      return true;
    case 'tfhd':
      return hearPiece(data, heard);
    case 'trun':
      return hearSamples(data, heard);
    default:
      return true;
  }
}

function hearTrack(data: Buffer, heard: Heard): boolean {
  const isLong = data[0] === 1;
  if (data.length < (isLong ? 32 : 20)) return false;
  heard.timescale = data.readUInt32BE(isLong ? 20 : 12);
  const said = isLong ? data.readBigUInt64BE(24) : BigInt(data.readUInt32BE(16));
  // All ones: not known when it was written.
  heard.saidTicks = said === (isLong ? 0xff_ff_ff_ff_ff_ff_ff_ffn : 0xff_ff_ff_ffn) ? 0 : Number(said);
  return true;
}

function hearPiece(data: Buffer, heard: Heard): boolean {
  if (data.length < 8) return false;
  const flags = data.readUIntBE(1, 3);
  const at = 8 + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0);
  if (flags & DEFAULT_DURATION && data.length < at + 4) return false;
  heard.pieceDefault = flags & DEFAULT_DURATION ? data.readUInt32BE(at) : heard.trackDefault;
  return true;
}

function hearSamples(data: Buffer, heard: Heard): boolean {
  if (data.length < 8) return false;
  const flags = data.readUIntBE(1, 3);
  const samples = data.readUInt32BE(4);
  if (!(flags & SAMPLE_DURATION)) {
    heard.piecesTicks += samples * heard.pieceDefault;
    return true;
  }
  const each = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4;
  const first = 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0);
  if (data.length < first + samples * each) return false;
  for (let sample = 0; sample < samples; sample += 1) heard.piecesTicks += data.readUInt32BE(first + sample * each);
  return true;
}
