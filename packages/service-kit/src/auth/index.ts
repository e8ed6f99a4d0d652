export { KeysUnavailableError } from './key-source';
export * from './keys';
export * from './verify';
export * from './held-roles';
export * from './seal';
