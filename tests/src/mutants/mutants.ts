import { appealMutants } from './appeal-mutants';
import { auditMutants } from './audit-mutants';
import { cohortMoneyMutants } from './cohort-money-mutants';
import { decisionMutants } from './decision-mutants';
import { deskMutants } from './desk-mutants';
import { doorMutants } from './door-mutants';
import { erasureMutants } from './erasure-mutants';
import { factorMutants } from './factor-mutants';
import { insideMutants } from './inside-mutants';
import { kitMutants } from './kit-mutants';
import { ledgerMutants } from './ledger-mutants';
import { letterMutants } from './letter-mutants';
import { moneyMutants } from './money-mutants';
import type { Mutant } from './mutant';
import { passkeyMutants } from './passkey-mutants';
import { placeMutants } from './place-mutants';
import { proofMutants } from './proof-mutants';
import { recordMutants } from './record-mutants';
import { reviewMutants } from './review-mutants';
import { rulesMutants } from './rules-mutants';
import { settlementMutants } from './settlement-mutants';
import { transferMutants } from './transfer-mutants';
import { wayOutMutants } from './way-out-mutants';

/** Every bug that is planted by name. */
export const mutants: readonly Mutant[] = [
  ...rulesMutants,
  ...kitMutants,
  ...placeMutants,
  ...moneyMutants,
  ...cohortMoneyMutants,
  ...wayOutMutants,
  ...ledgerMutants,
  ...appealMutants,
  ...settlementMutants,
  ...proofMutants,
  ...decisionMutants,
  ...recordMutants,
  ...deskMutants,
  ...doorMutants,
  ...factorMutants,
  ...passkeyMutants,
  ...erasureMutants,
  ...insideMutants,
  ...letterMutants,
  ...auditMutants,
  ...transferMutants,
  ...reviewMutants,
];
