/** The secret of the link that led here: behind the #, so that no server was told it. */
export function linkToken(): string {
  return location.hash.slice(1);
}
