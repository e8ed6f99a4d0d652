import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a text under 32 bytes (AES-256-GCM, NIST SP 800-38D) for one name: under another name it does not open. Base64. */
export function seal(key: Buffer, name: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Null: sealed under another key or name, or changed since. */
export function unseal(key: Buffer, name: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const body = IV_BYTES + TAG_BYTES;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(name))
      .setAuthTag(bytes.subarray(IV_BYTES, body));
    return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** What is sealed for names, while the key that seals it may change. */
export interface Sealing {
  close(name: string, text: string): string;
  /** Null: sealed under neither key, or changed since. */
  open(name: string, sealed: string): string | null;
  /** The same text under the key of now; null: it stands under that key already, or opens under neither. */
  renewed(name: string, sealed: string): string | null;
}

/** Seals under `key`, and opens what stands under the key of before too. */
export function createSealing(key: Buffer, previous: Buffer | null = null): Sealing {
  const openAsBefore = (name: string, sealed: string) => previous && unseal(previous, name, sealed);
  return {
    close: (name, text) => seal(key, name, text),
    open: (name, sealed) => unseal(key, name, sealed) ?? openAsBefore(name, sealed),
    renewed(name, sealed) {
      if (unseal(key, name, sealed) !== null) return null;
      const text = openAsBefore(name, sealed);
      return text === null ? null : seal(key, name, text);
    },
  };
}
