import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

/** A phone far away: 400 kbit/s both ways, 400 ms for a round trip. */
const FAR_AWAY = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** What asks for something small, from wherever it runs, and says how long that took (ms). */
const ASK = `(async () => { const began = performance.now(); await fetch('/api/clock', { cache: 'no-store' }); return performance.now() - began; })()`;

/** Puts a page, and the service worker behind it where there is one, far away. @throws when either still answers like the desk it stands on. */
export async function goFarAway(browser: Browser, context: BrowserContext, page: Page): Promise<void> {
  const ofPage = await context.newCDPSession(page);
  await slowDown((method, params) => ofPage.send(method as 'Network.enable', params as undefined));
  const root = await browser.newBrowserCDPSession();
  const { targetInfos } = await root.send('Target.getTargets');
  const origin = new URL(page.url()).origin;
  for (const { targetId, type, url } of targetInfos)
    if (type === 'service_worker' && url.startsWith(origin)) await slowDown(await senderTo(root, targetId));
}

type Send = (method: string, params?: object) => Promise<unknown>;

async function slowDown(send: Send): Promise<void> {
  await send('Network.enable');
  await send('Network.emulateNetworkConditions', FAR_AWAY);
  const answer = await send('Runtime.evaluate', { expression: ASK, awaitPromise: true, returnByValue: true });
  const { result, exceptionDetails } = answer as { result: { value: number }; exceptionDetails?: object };
  if (exceptionDetails !== undefined) throw new Error(`the browser could not ask: ${JSON.stringify(exceptionDetails)}`);
  const tookMs = result.value;
  if (!(tookMs >= FAR_AWAY.latency)) throw new Error(`the browser was to be far away and was answered in ${tookMs} ms`);
}

/** Speaks to one target of the browser; a service worker is no page, so Playwright gives no session of its own for it. */
async function senderTo(root: CDPSession, targetId: string): Promise<Send> {
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  root.on('Target.receivedMessageFromTarget', (received) => {
    if (received.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(received.message) as { id: number; result: unknown; error?: object };
    if (error === undefined) waiting.get(id)?.resolve(result);
    else waiting.get(id)?.reject(new Error(JSON.stringify(error)));
  });
  let sent = 0;
  return (method, params = {}) =>
    new Promise((resolve, reject) => {
      sent += 1;
      waiting.set(sent, { resolve, reject });
      const message = JSON.stringify({ id: sent, method, params });
      root.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}
