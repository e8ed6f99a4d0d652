import { loadConfig, runService } from '@daka/service-kit';
import { startWeb } from './app';
import { settings } from './config';

runService('web', () => startWeb(loadConfig(settings, process.env)));
