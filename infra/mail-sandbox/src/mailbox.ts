import { simpleParser } from 'mailparser';

/** One mail as it came in. */
export interface Mail {
  /** Its Message-ID: a mail that was sent twice has one, and stands here twice. */
  id: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  receivedAt: string;
}

/** The last mails, the newest first. */
export interface Mailbox {
  receive(source: Buffer, envelope: { from: string; to: string[] }): Promise<void>;
  /** Those to an address, whatever its case; all where it is left out. */
  mails(to?: string): readonly Mail[];
}

const MOST_MAILS = 2_000;

/** Keeps mails in memory, so many; the oldest go first, and all of them with the process. */
export function createMailbox(): Mailbox {
  const kept: Mail[] = [];
  return {
    async receive(source, { from, to }) {
      const { messageId = '', subject = '', text = '' } = await simpleParser(source, { skipHtmlToText: true });
      kept.unshift({ id: messageId, from, to, subject, text, receivedAt: new Date().toISOString() });
      kept.length = Math.min(kept.length, MOST_MAILS);
    },
    mails: (to) =>
      to === undefined ? kept : kept.filter((mail) => mail.to.some((one) => one.toLowerCase() === to.toLowerCase())),
  };
}
