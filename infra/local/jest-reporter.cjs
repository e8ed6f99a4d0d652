const fs = require('node:fs');

/**
 * Closes a run with `N passed, N failed` alone on the last line, or leaves the counts to the caller that named a file for them.
 * A suite that cannot run, and a run in which nothing ran, count as failures.
 */
class SummaryReporter {
  onRunComplete(_contexts, results) {
    const summary = summarise(results);
    this.failed = summary.failed;
    const file = process.env.DAKA_TEST_SUMMARY;
    if (file) fs.writeFileSync(file, JSON.stringify({ ...summary, failedFiles: failedFilesOf(results) }));
    // Other reporters still write: the line is printed when nothing else can follow it.
    else process.once('exit', () => fs.writeSync(1, `${toLine(summary)}\n`));
  }

  getLastError() {
    return this.failed > 0 ? new Error('tests failed') : undefined;
  }
}

function summarise(results) {
  const passed = results.numPassedTests;
  const skipped = results.numPendingTests + results.numTodoTests;
  const broken = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const unfinished = Boolean(results.wasInterrupted || results.runExecError) || passed + broken === 0;
  return { passed, skipped, failed: broken + (unfinished ? 1 : 0) };
}

/** Each test file that failed, with what it adds to the sum. */
function failedFilesOf(results) {
  return results.testResults
    .filter(({ numFailingTests, testExecError }) => numFailingTests > 0 || testExecError)
    .map(({ testFilePath, numPassingTests, numFailingTests, numPendingTests, numTodoTests, testExecError }) => ({
      path: testFilePath,
      passed: numPassingTests,
      failed: numFailingTests + (testExecError ? 1 : 0),
      skipped: numPendingTests + numTodoTests,
    }));
}

function toLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

module.exports = SummaryReporter;
