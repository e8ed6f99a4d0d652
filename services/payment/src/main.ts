import { loadConfig, runService } from '@daka/service-kit';
import { startPayment } from './app';
import { settings } from './config';

runService('payment', async () => startPayment(loadConfig(settings, process.env)));
