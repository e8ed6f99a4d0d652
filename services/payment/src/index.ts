export { routes } from './routes';
export { settings } from './config';
