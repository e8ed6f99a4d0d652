import { connectMongo, createLogger, type MongoConnection } from '@daka/service-kit';
import { randomUUID } from 'node:crypto';
import { planOf } from '../../domain/follow-enrolment';
import { POLICY } from '../../testing/calendar';
import { createPlans } from './plans';

let mongo: MongoConnection;

beforeAll(async () => {
  const logger = createLogger({ service: 'plans-test', level: 'silent' });
  mongo = await connectMongo({
    url: String(process.env['MONGO_URL']),
    db: `t_${randomUUID().slice(0, 8)}_plans`,
    logger,
  });
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.stop();
});

const compiled = (dayEndsAt: string) => planOf({ ...POLICY, dayEndsAt }, { timeZone: 'Europe/Paris', excused: [] });

it('gives all learners with equal days one plan, however often it is compiled', async () => {
  const plans = createPlans(mongo);
  const first = await plans.keep(compiled('00:00'));
  expect(await plans.keep(compiled('00:00'))).toBe(first);
  expect(await plans.keep(compiled('02:00'))).not.toBe(first);
  expect(await plans.byId(plans.idOf(first))).toBe(first);
});

it('gives those who come at once one plan too, and what another process stored', async () => {
  const plans = createPlans(mongo);
  const all = await Promise.all(Array.from({ length: 5 }, () => plans.keep(compiled('03:00'))));
  expect(new Set(all).size).toBe(1);
  const planId = plans.idOf(all[0] ?? compiled('03:00'));
  const others = createPlans(mongo);
  const [one, two] = await Promise.all([others.byId(planId), others.byId(planId)]);
  expect(one).toEqual(all[0]);
  expect(two).toBe(one);
  expect(await others.keep(compiled('03:00'))).toBe(one);
});

it('names no plan that was not kept', () => {
  expect(() => createPlans(mongo).idOf(compiled('00:00'))).toThrow('a plan that is not kept');
});
