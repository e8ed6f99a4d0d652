export { OperatorProblem, describeFailure } from './problem';
export { freePort, isPortFree, requireFreePort } from './ports';
export { dakaDir, repositoryRoot } from './paths';
export type { RunningPart } from './parts/program';
export { startMongo, type PartOptions, type RunningMongo } from './parts/start-mongo';
export { startKafka, type KafkaOptions, type RunningKafka } from './parts/start-kafka';
export { startSystem } from './system/start-system';
export { fixedPorts, serviceNames, type PartName, type Ports, type ServiceName, type StripeKeys, type System, type SystemOptions } from './system/options';
