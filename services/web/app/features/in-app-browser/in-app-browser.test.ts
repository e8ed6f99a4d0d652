import { isInAppBrowser } from './in-app-browser';

it.each([
  [
    true,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.38',
  ],
  [
    true,
    'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/107.0 Mobile Safari/537.36 wxwork/4.1.0 MicroMessenger/7.0.1',
  ],
  [false, 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/107.0 Mobile Safari/537.36'],
  [
    false,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 15_4 like Mac OS X) AppleWebKit/605.1.15 Version/15.4 Mobile Safari/604.1',
  ],
])('inside another app: %p, %s', (isInside, userAgent) => {
  expect(isInAppBrowser(userAgent)).toBe(isInside);
});
