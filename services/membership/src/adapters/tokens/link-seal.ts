import type { Sealing } from '@daka/service-kit';
import type { LinkSeal } from '../../ports';

/** What is sealed for one letter does not open as another's. */
export const linkSealedFor = (letterId: string) => `letter|${letterId}`;

/** Under the same KEY as the signing keys. */
export function createLinkSeal(sealing: Sealing): LinkSeal {
  return {
    close: (letterId, token) => sealing.close(linkSealedFor(letterId), token),
    open: (letterId, sealed) => sealing.open(linkSealedFor(letterId), sealed),
  };
}
