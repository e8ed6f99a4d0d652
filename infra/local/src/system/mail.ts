import type { Program } from '../parts/program';
import type { MailServer, Ports, SystemOptions } from './options';
import { nodeProgram } from './programs';

type Mail = NonNullable<SystemOptions['mail']>;

/** The port of the mailbox's page and the one that takes mail, where a mailbox is started here. */
export const mailboxParts = (mail: Mail): ('mailbox' | 'smtp')[] => (mail === 'sandbox' ? ['mailbox', 'smtp'] : []);

/** What membership is told of mail: without a server nobody could prove an address, so nobody is asked to. */
export function mailEnvironment(mail: Mail, ports: Ports): Record<string, string> {
  if (mail === 'none') return { EMAIL_PROOF: 'off' };
  const server: MailServer = mail === 'sandbox' ? { smtpUrl: `smtp://127.0.0.1:${ports.smtp}` } : mail;
  return { SMTP_URL: server.smtpUrl, ...(server.from === undefined ? {} : { MAIL_FROM: server.from }) };
}

/** The environment of the mailbox. */
export function mailboxEnvironment(ports: Ports): Record<string, string> {
  return { PORT: String(ports.mailbox), HOST: '127.0.0.1', SMTP_PORT: String(ports.smtp) };
}

/** The mailbox for trying out; none where mail goes elsewhere or nowhere. */
export function mailboxPrograms(
  mail: Mail,
  ports: Ports,
  dir: string,
  machine: Readonly<Record<string, string>>,
): Program[] {
  if (mail !== 'sandbox') return [];
  return [
    nodeProgram({
      name: 'mailbox',
      main: 'infra/mail-sandbox/dist/main.js',
      dir,
      nodeFlags: [],
      env: { ...machine, ...mailboxEnvironment(ports) },
      readyUrl: `http://127.0.0.1:${ports.mailbox}/livez`,
    }),
  ];
}
