export { BadRecord, type Place } from './record/bad-record';
export { readRecord, type CohortRecord, type RecordedLine, type RecordedMember } from './record/read-record';
export { runReplay, type ReplayOptions } from './replay';
export { failedChecks } from './report/check';
export type { MemberReport, Report } from './report/report';
export type { Phase, Step } from './progress';
export type { WebhookMode } from './run/start';
