import { kitMutants } from './kit-mutants';
import { moneyMutants } from './money-mutants';
import type { Mutant } from './mutant';
import { placeMutants } from './place-mutants';
import { rulesMutants } from './rules-mutants';

/** Every bug that is planted by name. */
export const mutants: readonly Mutant[] = [...rulesMutants, ...kitMutants, ...placeMutants, ...moneyMutants];
