import { createTransport } from 'nodemailer';
import type { Mailer } from '../../ports';

const CONNECT_WITHIN_MS = 5_000;
/** Shorter than the first wait of a letter, so that nobody sends it a second time meanwhile. */
const ANSWER_WITHIN_MS = 10_000;

export interface MailerOptions {
  /** smtp:// or smtps://, with user and password where the server asks for them. */
  smtpUrl: string;
  from: string;
  publicOrigin: string;
}

/** Sends one letter over one connection. */
export function createMailer({ smtpUrl, from, publicOrigin }: MailerOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { hostname } = new URL(publicOrigin);
  return {
    async send({ id, to, subject, text }) {
      await transport.sendMail({
        messageId: `<${id}@${hostname}>`,
        from,
        to: { name: '', address: to },
        subject,
        text,
        // RFC 3834: whoever is away answers people, not programs.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    reasonOf(error) {
      const said: unknown[] =
        typeof error === 'object' && error !== null
          ? ['code', 'responseCode'].map((name) => Reflect.get(error, name))
          : [];
      return said.filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
    },
  };
}
