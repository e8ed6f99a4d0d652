import { seal, unseal } from '@daka/service-kit';
import type { LinkSeal } from '../../ports';

/** Under the same KEY as the signing keys; what is sealed for one letter does not open as another's. */
export function createLinkSeal(key: Buffer): LinkSeal {
  const nameOf = (letterId: string) => `letter|${letterId}`;
  return {
    close: (letterId, token) => seal(key, nameOf(letterId), token),
    open: (letterId, sealed) => unseal(key, nameOf(letterId), sealed),
  };
}
