export { startSandbox, type Sandbox, type SandboxOptions } from './sandbox';
export type { FaultSettings } from './faults';
export type { Terms } from './terms';
export type { ChargeTotals, CurrencyTotals } from './control/totals';
export { signatureHeader } from './webhooks/signature';
