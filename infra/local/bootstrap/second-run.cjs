/**
 * What failed in CI is run once more, alone: tests on real servers on a busy machine can be late through no fault of
 * the code. More than a few such files are no accident, and a run that was cut short says nothing about its files.
 * What passes only then is named at the end, so that somebody mends it. Only CI asks for it (DAKA_SECOND_RUN);
 * at a developer's desk and at night a failure is a failure.
 */
const MAX_FILES = 3;

/** The paths of the files to run again, or none. */
function filesToRunAgain({ failed, failedFiles = [] }) {
  const ofFiles = failedFiles.reduce((sum, file) => sum + file.failed, 0);
  return failedFiles.length <= MAX_FILES && ofFiles === failed ? failedFiles.map(({ path }) => path) : [];
}

/** The sums of the first run, with those of the second in place of what these files gave at first; and who needed it. */
function withSecondRun(first, second) {
  const sum = { ...first };
  for (const key of ['passed', 'failed', 'skipped']) {
    for (const file of first.failedFiles) sum[key] -= file[key];
    sum[key] += second[key];
  }
  const stillFailed = new Set((second.failedFiles ?? []).map(({ path }) => path));
  // A second run that failed outside its files clears nobody.
  const cleared = filesToRunAgain(second).length === stillFailed.size && (second.failed === 0 || stillFailed.size > 0);
  const unstable = cleared ? first.failedFiles.map(({ path }) => path).filter((path) => !stillFailed.has(path)) : [];
  return { sum, unstable };
}

module.exports = { filesToRunAgain, withSecondRun };
