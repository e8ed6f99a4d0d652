export * from './environment';
export * from './eventually';
export { createMemoryStore, type MemoryStore, type MemoryStoreOptions } from './memory-store';
export * from './scenario';
export * from './seeded-random';
export { drawnLargePicture, drawnPicture } from './drawn-picture';
export { expectEmitted } from './emission';
export { writtenPdf } from './written-pdf';
