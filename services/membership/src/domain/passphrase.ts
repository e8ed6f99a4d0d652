import type { Rule } from './cohort';

/** Whether the passphrase stands in the text of one of the rules (their titles are shown apart and do not count). */
export function isHiddenIn(rules: readonly Rule[], passphrase: string): boolean {
  const wanted = plain(passphrase);
  return wanted.length > 0 && rules.some(({ text }) => plain(text).includes(wanted));
}

/** Whether an answer is the passphrase, whatever the keyboard made of width, case and spaces. */
export function isPassphrase(answer: string, passphrase: string): boolean {
  return plain(answer) === plain(passphrase);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
