export { settings } from './config';
