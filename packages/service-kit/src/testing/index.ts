export * from './environment';
export * from './eventually';
export * from './scenario';
export * from './seeded-random';
