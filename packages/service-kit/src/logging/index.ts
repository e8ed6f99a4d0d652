export * from './create-logger';
export * from './trace';
