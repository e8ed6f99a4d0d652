import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** An append-only file of JSON lines. Without a file everything is forgotten at the end. */
export interface Journal<Line> {
  /** Returns once the line is with the operating system, so that a killed process loses nothing it has answered. */
  append(line: Line): void;
  /** Replaces all lines at once: whoever is killed meanwhile finds the old ones whole. Returns false, with the old ones in place, when they could not be written. */
  rewrite(lines: Iterable<Line>): boolean;
  /** Forgets every line. */
  clear(): void;
  close(): void;
}

/** Opens the journal and hands each whole line to `replay`; a torn last line (kill in the middle of a write) is cut off. Throws when an earlier line is damaged. */
export function openJournal<Line>(file: string | undefined, replay: (line: Line) => void): Journal<Line> {
  if (!file) return { append: () => undefined, rewrite: () => false, clear: () => undefined, close: () => undefined };
  mkdirSync(dirname(file), { recursive: true });
  const wholeBytes = replayLines(file, replay);
  let fd = openSync(file, 'a');
  ftruncateSync(fd, wholeBytes);
  let sizeBytes = wholeBytes;
  return {
    append(line) {
      sizeBytes = appendWhole(fd, Buffer.from(`${JSON.stringify(line)}\n`), sizeBytes);
    },
    rewrite(lines) {
      const written = writeBeside(file, lines);
      if (written === undefined) return false;
      closeSync(fd);
      fd = openSync(file, 'a');
      sizeBytes = written;
      return true;
    },
    clear() {
      ftruncateSync(fd, 0);
      sizeBytes = 0;
    },
    close: () => closeSync(fd),
  };
}

/** Writes a new file and gives it the name of the old one. Returns its size, or undefined when that failed. */
function writeBeside<Line>(file: string, lines: Iterable<Line>): number | undefined {
  const beside = `${file}.new`;
  try {
    const sizeBytes = writeAll(beside, lines);
    renameSync(beside, file);
    return sizeBytes;
  } catch (error) {
    process.stderr.write(`stripe-sandbox: ${file} is kept as it is, compacting it failed: ${String(error)}\n`);
    return undefined;
  }
}

/** Also what a kill left half written under this name is written over. */
function writeAll<Line>(file: string, lines: Iterable<Line>): number {
  const fd = openSync(file, 'w');
  try {
    let sizeBytes = 0;
    for (const line of lines) sizeBytes = appendWhole(fd, Buffer.from(`${JSON.stringify(line)}\n`), sizeBytes);
    fsyncSync(fd);
    return sizeBytes;
  } finally {
    closeSync(fd);
  }
}

/** A short write (disk full) is taken back, so that the next line does not start in the middle of this one. */
function appendWhole(fd: number, line: Buffer, sizeBytes: number): number {
  let written = 0;
  try {
    while (written < line.length) written += writeSync(fd, line, written);
  } catch (error) {
    ftruncateSync(fd, sizeBytes);
    throw error;
  }
  return sizeBytes + written;
}

function replayLines<Line>(file: string, replay: (line: Line) => void): number {
  if (!existsSync(file)) return 0;
  const bytes = readFileSync(file);
  let start = 0;
  for (let end = bytes.indexOf(10, start); end !== -1; end = bytes.indexOf(10, start)) {
    replay(parseLine<Line>(bytes.toString('utf8', start, end), file, start));
    start = end + 1;
  }
  return start;
}

function parseLine<Line>(text: string, file: string, atByte: number): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    throw new Error(`${file}: the line at byte ${atByte} is damaged; move the file away to start empty`);
  }
}
