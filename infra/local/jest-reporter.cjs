/** Closes every run with `N passed, N failed` alone on the last line. A suite that cannot run, or a run without tests, has failed. */
class SummaryReporter {
  onRunComplete(_contexts, results) {
    this.results = results;
    const { numPassedTests: passed, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = results;
    const skipped = numPendingTests + numTodoTests;
    const nothingRan = results.numTotalTests === 0 && numRuntimeErrorTestSuites === 0;
    const failed = results.numFailedTests + numRuntimeErrorTestSuites + (nothingRan || interrupted(results) ? 1 : 0);
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
    // Other reporters and open handles may still write: the line is printed when nothing else can follow it.
    process.once('exit', () => require('node:fs').writeSync(1, line));
    this.failed = failed;
  }

  getLastError() {
    return this.failed > 0 ? new Error('tests failed') : undefined;
  }
}

function interrupted({ wasInterrupted, openHandles, runExecError }) {
  return Boolean(wasInterrupted || runExecError || (openHandles ?? []).length > 0);
}

module.exports = SummaryReporter;
