export { OperatorProblem, describeFailure } from './problem';
export { freePort, isPortFree, requireFreePort } from './ports';
export { dakaDir, repositoryRoot } from './paths';
export { findBrowser, type FoundBrowser } from './parts/find-browser';
export { findSchemathesis, type FoundSchemathesis } from './parts/find-schemathesis';
export { findSpin, type FoundSpin } from './parts/find-spin';
export type { RunningPart } from './parts/program';
export { openAccess, readAccess, type Access } from './parts/access';
export { waitUntilReady } from './parts/program';
export { mongoUrlAs } from './parts/mongo-access';
export { planMongo, startMongo, type PartOptions, type RunningMongo } from './parts/start-mongo';
export {
  clientOf,
  kafkaSettingsOf,
  planKafka,
  startKafka,
  type KafkaClient,
  type KafkaOptions,
  type RunningKafka,
} from './parts/start-kafka';
export { startSystem } from './system/start-system';
export {
  fixedPorts,
  serviceNames,
  type PartName,
  type Ports,
  type ServiceName,
  type StripeKeys,
  type System,
  type SystemOptions,
} from './system/options';
export { setClockFile } from './system/clock-file';
export { testStateDir } from './jest/test-runs';
export { testAccess } from './jest/test-access';
export { findRunningServers, type RunningServers } from './system/running-servers';
export { forgetSystem, type ForgetOptions } from './system/forget-system';
