export { createFiles } from './files';
export { createStorage, fileSettings } from './settings';
export type { FileStorage } from './storage';
export type {
  AppendRefusal,
  BeginRefusal,
  FileContent,
  FileKind,
  Files,
  KeptFile,
  NewFile,
  Resemblance,
} from './types';
