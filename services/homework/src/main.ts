import { loadConfig, runService } from '@daka/service-kit';
import { startHomework } from './app';
import { settings } from './config';

runService('homework', () => startHomework(loadConfig(settings, process.env)));
