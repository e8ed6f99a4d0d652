export * from './app';
export * from './idempotency';
export * from './openapi';
export * from './options';
export * from './problem';
export * from './route';
export * from './server';
