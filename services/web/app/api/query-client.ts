import { QueryClient } from '@tanstack/react-query';
import { isTemporary } from './refusal';

const TRIES = 3;

/** Reads are tried again where that may help; what was refused is not. Writes are never repeated by it, see features/outbox. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < TRIES && isTemporary(error),
      staleTime: 5_000,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
