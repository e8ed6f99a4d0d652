export { settings } from './config';
export { routes } from './routes';
