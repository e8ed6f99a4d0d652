export { KeysUnavailableError } from './key-source';
export * from './keys';
export * from './verify';
export * from './held-roles';
export * from './seal';
export { askRevokedBeside, createRevokedSessions, type RevokedSessions } from './revoked-sessions';
