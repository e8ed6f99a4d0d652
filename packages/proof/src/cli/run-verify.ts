import { checkChain, checkHeld, checkPublished, type SourcedDay } from '../check-chain.ts';
import { checkDecisions } from '../check-decisions.ts';
import { byRules, checkExport } from '../check-export.ts';
import { checkTie } from '../check-money.ts';
import { checkReceipt } from '../check-receipt.ts';
import type { PublicProof } from '../documents/day-record.ts';
import type { Decisions } from '../documents/decisions.ts';
import type { Export } from '../documents/export.ts';
import type { Receipt } from '../documents/receipt.ts';
import type { Fault } from '../fault.ts';
import { type NamedDocument, type ProofDocument, readDocuments } from './read-documents.ts';

/** What the command line reads from and writes to. */
export interface VerifyIo {
  readFile(path: string): Promise<string>;
  writeResult(line: string): void;
  writeError(line: string): void;
}

const USAGE =
  'usage: verify FILE...   (receipts, exports, decision logs and pages of the public proof, in any order; several are checked against each other)';

/**
 * Checks receipts, exports and public pages by themselves and against each other, offline.
 * Gives the exit code: 0 all is right, 1 something is not (named on a line each), 2 a file cannot be used.
 */
export async function runVerify(files: readonly string[], io: VerifyIo): Promise<0 | 1 | 2> {
  if (files.length === 0) return refuse(io, [USAGE]);
  const { documents, problems } = await readDocuments(files, io.readFile);
  if (problems.length > 0) return refuse(io, problems);

  const faults = [...documents.flatMap((named) => checkAlone(named, documents)), ...checkTogether(documents)];
  for (const line of faults) io.writeResult(line);
  if (faults.length > 0) return 1;
  for (const { file, document } of documents) io.writeResult(`${file}: ok: ${whatWasChecked(document, documents)}`);
  return 0;
}

/** A document by itself, and a receipt with what was given beside it. */
function checkAlone({ file, document }: NamedDocument, all: readonly NamedDocument[]): string[] {
  const faults = faultsOf(document, all);
  return faults.map(({ fault, message }) => `${file}: ${fault}: ${message}`);
}

function faultsOf(document: ProofDocument, all: readonly NamedDocument[]): Fault[] {
  switch (document.kind) {
    case 'daka.receipt.v1':
    case 'daka.receipt.v2': {
      const own = checkReceipt(document);
      if (own.length > 0) return own;
      const pages = pagesIn(all);
      const exported = exportOf(document, all);
      return [
        ...(pages.length === 0 ? [] : checkPublished(document, pages)),
        ...(exported ? checkTie(document, exported.money) : []),
      ];
    }
    case 'daka.export.v1':
      return checkExport(document);
    // That its days are one chain is checked together with those of all other documents.
    case 'daka.proof.v1':
      return checkHeld(document);
    // The pages of one cohort are checked together too.
    case 'daka.decisions.v1':
      return [];
    default:
      return unknownKind(document);
  }
}

/** Days of all documents are one chain. A day that its own receipt already reports is not reported again. */
function checkTogether(documents: readonly NamedDocument[]): string[] {
  const days = documents.flatMap(({ file, document }): SourcedDay[] => {
    if (document.kind === 'daka.proof.v1') return document.items.map((record) => ({ source: file, record }));
    if (document.kind === 'daka.export.v1' || document.kind === 'daka.decisions.v1') return [];
    const own = checkReceipt(document).some(({ fault }) => fault === 'rewritten_day') ? [] : [document.day];
    return [...own, ...document.earlier].map((record) => ({ source: file, record }));
  });
  const logs = documents.flatMap(({ document }) => (document.kind === 'daka.decisions.v1' ? [document] : []));
  const faults = [
    ...checkChain(days),
    ...checkDecisions(
      logs,
      days.map(({ record }) => record),
    ),
  ];
  return faults.map(({ fault, message }) => `${fault}: ${message}`);
}

function whatWasChecked(document: ProofDocument, all: readonly NamedDocument[]): string {
  switch (document.kind) {
    case 'daka.receipt.v1':
    case 'daka.receipt.v2': {
      const { leaf, day, earlier } = document;
      const beside = [
        ...(pagesIn(all).length > 0 ? ['as published'] : []),
        ...(exportOf(document, all) ? ['tied to the exported journal'] : []),
        `chained to ${earlier.length} earlier days`,
      ];
      return `${day.currency} ${leaf.balanceMinor} (minor units) of ${leaf.book} are in the ${day.sumMinor} owed at the end of ${day.day}; ${beside.join(', ')}`;
    }
    case 'daka.export.v1': {
      const { entitledMinor } = byRules(document.calendar);
      const { statement, entries } = document.money;
      return `by the rules ${statement.currency} ${entitledMinor} (minor units) are earned, as the statement says; ${entries.length} journal entries re-added`;
    }
    case 'daka.proof.v1':
      return `${document.items.length} published days are one chain${heldIn(document)}`;
    case 'daka.decisions.v1':
      return `${document.items.length} decisions of cohort ${document.cohortId} are one chain${provenIn(document, all)}`;
    default:
      return unknownKind(document);
  }
}

/** The newest of the given days that names the log. */
function provenIn({ cohortId }: Decisions, all: readonly NamedDocument[]): string {
  const [newest] = pagesIn(all)
    .flatMap(({ items }) => items.flatMap(({ day, decisions = [] }) => decisions.map((log) => ({ day, ...log }))))
    .filter((log) => log.cohortId === cohortId)
    .sort((left, right) => right.day.localeCompare(left.day));
  return newest ? `; the proof of ${newest.day} has the first ${newest.length} of them` : '';
}

/** What the newest day says of what is really there. */
function heldIn({ items: [newest] }: PublicProof): string {
  if (newest?.custody === undefined) return '';
  const { day, currency, heldMinor, sumMinor } = newest;
  return `; of ${currency} ${sumMinor} owed at the end of ${day}, ${heldMinor} are held by the books and the processor alike`;
}

function pagesIn(all: readonly NamedDocument[]): PublicProof[] {
  return all.flatMap(({ document }) => (document.kind === 'daka.proof.v1' ? [document] : []));
}

function exportOf({ leaf }: Receipt, all: readonly NamedDocument[]): Export | undefined {
  return all
    .flatMap(({ document }) => (document.kind === 'daka.export.v1' ? [document] : []))
    .find(({ money }) => money.enrolmentId === leaf.book);
}

function refuse(io: VerifyIo, problems: readonly string[]): 2 {
  for (const problem of problems) io.writeError(problem);
  return 2;
}

function unknownKind(document: never): never {
  throw new Error(`unknown document ${JSON.stringify(document)}`);
}
