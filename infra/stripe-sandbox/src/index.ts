export { startSandbox, type Sandbox, type SandboxOptions } from './sandbox';
export type { FaultSettings } from './faults';
export type { ChargeTotals, CurrencyTotals } from './control/totals';
export { signatureHeader } from './webhooks/signature';
