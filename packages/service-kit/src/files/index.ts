export { createFiles } from './files';
export { appendFileRoute, presentUpload, showFileRoute, showUploadRoute } from './routes';
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
export { canBeUsed, createSweepFiles } from './unused';
