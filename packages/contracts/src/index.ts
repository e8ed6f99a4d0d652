export * from './asyncapi';
export * from './define-event';
export * from './envelope';
export * from './events';
export * from './http/common';
export * from './parse-message';
export * from './primitives';
export * from './refusal';
export * as membershipHttp from './http/membership';
