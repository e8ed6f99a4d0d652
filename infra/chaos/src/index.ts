export { runChaos, type ChaosOptions, type ChaosReport, type Failure } from './chaos';
export { planSchedule, type Schedule } from './plan/schedule';
