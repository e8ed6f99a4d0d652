import { loadConfig, runService } from '@daka/service-kit';
import { startMembership } from './app';
import { settings } from './config';

runService('membership', async () => startMembership(loadConfig(settings, process.env)));
