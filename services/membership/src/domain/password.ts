/** One form of what looks the same: keyboards differ in whether an é is one character or two. */
export function composed(password: string): string {
  return password.normalize('NFC');
}
