export { startMailSandbox, type MailSandbox } from './sandbox';
