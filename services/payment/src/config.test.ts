import { loadConfig } from '@daka/service-kit';
import { settings } from './config';

const production = {
  NODE_ENV: 'production',
  PORT: '8082',
  MONGO_URL: 'mongodb://127.0.0.1:27017/?replicaSet=daka',
  KAFKA_BROKERS: '127.0.0.1:9092',
  JWKS_URL: 'http://127.0.0.1:8081/.well-known/jwks.json',
  PUBLIC_ORIGIN: 'https://learn.example',
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
};

it('moves real money with a live key at Stripe itself', () => {
  expect(loadConfig(settings, production)).toMatchObject({ STRIPE_API_BASE: '', ARBITERS: [] });
  expect(loadConfig(settings, { ...production, STRIPE_SECRET_KEY: 'rk_live_1' })).toBeTruthy();
});

it.each([
  ['STRIPE_SECRET_KEY', 'sk_test_1'],
  ['STRIPE_SECRET_KEY', 'live'],
  ['STRIPE_API_BASE', 'http://127.0.0.1:8090'],
])('production refuses %s %s, and shows no key', (name, value) => {
  const load = () => loadConfig(settings, { ...production, [name]: value });
  expect(load).toThrow(new RegExp(`^bad settings: ${name} .* refused in production$`));
  expect(load).not.toThrow(/sk_test_1/);
});
