/** The element at an index that the caller has counted inside the list, or inside one that runs parallel to it. */
export function elementAt<T>(list: readonly T[], index: number): T {
  return list[index] as T; // the index is inside: the compiler cannot count
}
