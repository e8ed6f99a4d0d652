import { Instant } from '@daka/contracts';
import { route } from '@daka/service-kit';
import { z } from 'zod';

export const showClockRoute = route<{ clock: { nowMs(): number } }>()({
  method: 'get',
  path: '/clock',
  summary: "The instant that decides days and holds; pages count down by it, not by the device's clock",
  access: 'public',
  answers: { 200: z.object({ now: Instant }) },
  handle: async (_input, { clock }) => ({ now: new Date(clock.nowMs()).toISOString() }),
});
