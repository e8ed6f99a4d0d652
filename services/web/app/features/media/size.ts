/** 340 KB, 1.2 MB: as phones show how large a file is, a MB being a million bytes as in our bounds. */
export function sizeOf(bytes: number): string {
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
