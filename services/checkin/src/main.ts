import { loadConfig, runService } from '@daka/service-kit';
import { startCheckin } from './app';
import { settings } from './config';

runService('checkin', () => startCheckin(loadConfig(settings, process.env)));
