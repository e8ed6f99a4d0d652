import path from 'node:path';

/** The repository's root, the same from src/ (tests) and dist/ (commands). */
export const repositoryRoot = path.resolve(__dirname, '../../..');

/** State of running things and downloads; ignored by git. */
export const dakaDir = path.join(repositoryRoot, '.daka');
