/** What a browser shows as its own, if it is of the form that we gave out (256 bits, base64url); else null. */
export function deviceSecretOf(shown: string | null): string | null {
  return shown !== null && /^[\w-]{43}$/.test(shown) ? shown : null;
}
