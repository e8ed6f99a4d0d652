export * from './app';
export * from './idempotency';
export * from './openapi';
export * from './options';
export { pagesBy } from './pages';
export * from './problem';
export { LONG_TEXT_BYTES } from './read-body';
export * from './route';
export * from './server';
