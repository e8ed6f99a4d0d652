export * from './common';
export * from './kafka';
export * from './settings';
