import { loadConfig, runService } from '@daka/service-kit';
import { startMembership } from './app';
import { settings } from './config';

void runService('membership', () => startMembership(loadConfig(settings, process.env)));
