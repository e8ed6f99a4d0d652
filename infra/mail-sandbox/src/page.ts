import type { Mail } from './mailbox';

const STYLE = `
  :root { color-scheme: light dark; }
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 42rem; margin: 1rem auto; padding: 0 1rem; }
  article { border-top: 1px solid #8886; padding: 1rem 0; overflow-wrap: anywhere; }
  h2 { font-size: 1rem; margin: 0; }
  p { margin: .25rem 0; }
  .text { white-space: pre-wrap; }
  .about, footer { color: GrayText; font-size: .85rem; }
`;
const MOST_SHOWN = 100;

/** The mails, the newest first, with their links to follow. */
export function mailboxPage(mails: readonly Mail[], to: string | undefined): string {
  const shown = mails.slice(0, MOST_SHOWN).map(mailText).join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox</title><style>${STYLE}</style></head>
<body><main><h1>Mailbox</h1>
<form><label>To <input type="search" name="to" value="${escape(to ?? '')}"></label> <button>Show</button></form>
${shown || '<p>No mail.</p>'}
<footer>Mail sandbox on this machine. Nothing leaves it, and all is forgotten when it stops.</footer></main></body></html>`;
}

function mailText({ subject, from, to, text, receivedAt }: Mail): string {
  return `<article><h2>${escape(subject)}</h2>
<p class="about">${escape(receivedAt)} from ${escape(from)} to ${to.map(escape).join(', ')}</p>
<p class="text">${linked(text)}</p></article>`;
}

function linked(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
