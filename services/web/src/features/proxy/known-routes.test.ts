import { knownRoutes, knownRoutesOf } from './known-routes';

const known = knownRoutesOf('payment');
const enrolment = '/enrolments/0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a01';

it.each([
  ['GET', `${enrolment}/statement`],
  ['HEAD', `${enrolment}/statement`],
  ['POST', `${enrolment}/checkout`],
  ['POST', '/webhooks/stripe'],
  ['GET', '/openapi.json'],
  ['GET', `${enrolment}/receipts/latest`],
])('knows %s %s', (method, path) => expect(known(method, path)).toBe('yes'));

it.each([
  '/',
  '',
  '/metrics',
  '/METRICS',
  '//metrics',
  '/./metrics',
  '/x/../metrics',
  '/%6detrics',
  '/metrics/',
  '/metrics%2f',
  '/statusz',
  '/STATUSZ',
  '/livez',
  '/readyz',
  `${enrolment}/statement/`,
  `/${enrolment}/statement`,
  `/Enrolments/1/statement`,
  '/enrolments/..%2f..%2fmetrics/statement',
  '/enrolments/%2e%2e/statement',
  '/enrolments/a%00b/statement',
  '/enrolments/a\\b/statement',
  '/enrolments//statement',
  '/enrolments/%zz/statement',
  '/webhooks/stripe/x',
  '/__proto__',
])('knows nothing of %j', (path) => {
  for (const method of ['GET', 'HEAD', 'POST', 'TRACE', 'OPTIONS'])
    expect([method, known(method, path)]).toEqual([method, 'no']);
});

it('names what is allowed where only the method is wrong', () => {
  expect(known('DELETE', `${enrolment}/statement`)).toEqual({ allowed: ['GET', 'HEAD'] });
  expect(known('get', '/openapi.json')).toEqual({ allowed: ['GET', 'HEAD'] });
});

it('takes a fixed word and a parameter in the same place', () => {
  const both = knownRoutes({ '/a/{b}': { get: {} }, '/a/mine': { put: {} } });
  expect([both('GET', '/a/1'), both('PUT', '/a/mine'), both('GET', '/a/mine')]).toEqual(['yes', 'yes', 'yes']);
  expect(both('PUT', '/a/1')).toEqual({ allowed: ['GET', 'HEAD'] });
});
