/**
 * Whether a page is shown inside WeChat or WeCom (whose browser names both), where pages of payment processors are often blocked.
 * There are no service worker, notifications or sharing there either; nothing here needs them.
 */
export function isInAppBrowser(browserName: string): boolean {
  return /MicroMessenger|wxwork/i.test(browserName);
}
