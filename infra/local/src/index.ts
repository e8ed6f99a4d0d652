export { OperatorProblem, describeFailure } from './problem';
export { freePort, isPortFree, requireFreePort } from './ports';
export { dakaDir, repositoryRoot } from './paths';
export { startMongo, type PartOptions, type RunningMongo, type RunningPart } from './parts/start-mongo';
export { startKafka, type KafkaOptions, type RunningKafka } from './parts/start-kafka';
