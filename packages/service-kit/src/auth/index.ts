export * from './keys';
export * from './verify';
