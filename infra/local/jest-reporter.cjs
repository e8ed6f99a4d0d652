/** Closes every run with `N passed, N failed` alone on the last line. A suite that cannot run, or a run without tests, has failed. */
class SummaryReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests: passed, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = results;
    const skipped = numPendingTests + numTodoTests;
    const broken = results.numFailedTests + numRuntimeErrorTestSuites;
    const nothingRan = passed + broken === 0;
    const failed = broken + (nothingRan || interrupted(results) ? 1 : 0);
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
    // Other reporters and open handles may still write: the line is printed when nothing else can follow it.
    process.once('exit', () => require('node:fs').writeSync(1, line));
    this.failed = failed;
  }

  getLastError() {
    return this.failed > 0 ? new Error('tests failed') : undefined;
  }
}

function interrupted({ wasInterrupted, runExecError }) {
  return Boolean(wasInterrupted || runExecError);
}

module.exports = SummaryReporter;
