/** File systems take 255 bytes, which are four for some characters. */
const MOST_CHARACTERS = 60;
/** What no file system takes, or takes for a place. */
const NOT_IN_NAMES = /[/\\:*?"<>|]/g;
/** Controls, and marks that are not seen but turn or hide what is beside them. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const NAMELESS = 'attachment';

/**
 * What a file may be saved as, from what whoever sent it calls it: no path, nothing unseen, not too long, and its end says what it is,
 * whatever the name said: nobody opens a program by taking it for a text.
 */
export function cleanName(name: string, extension: string): string {
  const seen = name.normalize('NFC').replace(UNSEEN, '').replace(NOT_IN_NAMES, '_').replace(/\s+/gu, ' ');
  const ending = `.${extension}`;
  const stem = seen.toLowerCase().endsWith(ending) ? seen.slice(0, -ending.length) : seen;
  const short = trimmed([...trimmed(stem)].slice(0, MOST_CHARACTERS).join(''));
  return `${short === '' ? NAMELESS : short}${ending}`;
}

/** Without what hides a file, or what Windows takes away from its end. */
function trimmed(stem: string): string {
  return stem.replace(/^[\s.]+|[\s.]+$/gu, '');
}

/** As a header says it (RFC 6266): for all in ASCII, and as it is for those who read RFC 8187. */
export function attachmentNamed(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  if (ascii === name) return `attachment; filename="${name}"`;
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (one) => `%${one.codePointAt(0)?.toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
