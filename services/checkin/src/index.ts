export { startCheckin } from './app';
export { settings } from './config';
export { routes } from './routes';
