import { open } from 'node:fs/promises';

/** The first bytes of a file on disk, as many as there are of those asked for. */
export function headOf(file: string, bytes: number): Promise<Buffer> {
  return read(file, () => 0, bytes);
}

/** The last ones. */
export function tailOf(file: string, bytes: number): Promise<Buffer> {
  return read(file, (size) => Math.max(0, size - bytes), bytes);
}

async function read(file: string, from: (size: number) => number, bytes: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, from(size));
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
