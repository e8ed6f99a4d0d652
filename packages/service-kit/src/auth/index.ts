export { KeysUnavailableError } from './key-source';
export * from './keys';
export * from './verify';
export * from './seal';
