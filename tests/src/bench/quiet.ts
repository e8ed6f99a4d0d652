import type { System } from '@daka/local';

const PATIENCE_MS = 300_000;
const CALM_LOOKS = 3;

export function urlOf(system: System, name: string): string {
  const found = system.urls[name];
  if (!found) throw new Error(`${name} does not run`);
  return found;
}

/** Waits until these services have nothing on its way any more. */
export async function quiet(system: System, names: readonly string[]): Promise<void> {
  const giveUpAtMs = performance.now() + PATIENCE_MS;
  for (let calm = 0; calm < CALM_LOOKS;) {
    if (performance.now() > giveUpAtMs)
      throw new Error(`the system did not become quiet within ${PATIENCE_MS / 1_000} s`);
    const statuses = await Promise.all(names.map((name) => statusOf(system, name)));
    calm = statuses.every((status) => Object.values(status).every((count) => count === 0)) ? calm + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What waits in a service, by kind. */
export async function statusOf(system: System, name: string): Promise<Record<string, number>> {
  return (await (await fetch(`${system.operationsUrls[name]}/statusz`)).json()) as Record<string, number>;
}
