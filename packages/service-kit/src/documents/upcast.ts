import { NewerDocumentError } from './errors';

/** Pure steps, each from one version of a state's schema to the next; the first takes what carries no version. Each says itself what it takes. */
export type Upcasts = readonly ((state: never) => unknown)[];

/**
 * Brings states of every older schema to today's.
 * @throws NewerDocumentError for a document of a newer version: what this code does not know it must not overwrite.
 */
export function createUpcast(name: string, upcasts: Upcasts = []) {
  const current = upcasts.length;

  return {
    /** What a document that is written carries; undefined: nothing, as long as there was one version only. */
    version: current === 0 ? undefined : current,
    toCurrent(state: unknown, version: number): unknown {
      if (version > current)
        throw new NewerDocumentError(`a document of ${name} has schema version ${version}, this code knows ${current}`);
      if (state === null) return null;
      return upcasts.slice(version).reduce<unknown>((older, upcast) => upcast(older as never), state); // stored or made by the step before
    },
  };
}
