import { DECLINE_CODES } from '../payments/declines';
import { formatAmount } from '../payments/currency';
import type { AccountLinkRecord, SessionRecord } from '../state/records';

const STYLE = `
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: #f6f7f9; color: #1a1f36; }
  main { max-width: 26rem; margin: 3rem auto; padding: 2rem; background: #fff; border-radius: 12px; box-shadow: 0 2px 12px #0001; }
  h1 { font-size: 1rem; font-weight: 500; color: #697386; margin: 0; }
  .total { font-size: 2rem; font-weight: 600; margin: 0 0 1rem; }
  .note { padding: .6rem .8rem; border-radius: 6px; background: #fdecea; color: #8c1d18; }
  table { width: 100%; border-collapse: collapse; margin-bottom: 1rem; }
  td { padding: .4rem 0; border-top: 1px solid #eceff3; vertical-align: top; }
  td:last-child { text-align: right; white-space: nowrap; }
  small { display: block; color: #697386; }
  label { display: block; margin-bottom: 1rem; }
  select, button { width: 100%; padding: .7rem; font: inherit; border-radius: 6px; border: 1px solid #d5dbe1; background: #fff; margin-top: .5rem; }
  button { cursor: pointer; }
  button.pay { background: #4b45d6; border-color: #4b45d6; color: #fff; font-weight: 600; }
  footer { margin-top: 1rem; font-size: .8rem; color: #697386; }
`;

/** The page of an open session: lines, total, and what the learner can do. `chosen` is the method selected at first, `note` tells of a declined attempt. */
export function checkoutPage(session: SessionRecord, chosen: string, note?: string): string {
  const action = (verb: string): string => `formaction="/checkout/${escape(session.id)}/${verb}"`;
  const rows = session.lines.map((line) => {
    const times = line.quantity > 1 ? ` × ${line.quantity}` : '';
    const about = line.description === null ? '' : `<small>${escape(line.description)}</small>`;
    return `<tr><td>${escape(line.name)}${times}${about}</td><td>${formatAmount(line.unitAmountMinor * line.quantity, session.currency)}</td></tr>`;
  });
  const methods = session.paymentMethodTypes.map(
    (method) =>
      `<option value="${escape(method)}"${method === chosen ? ' selected' : ''}>${escape(method.replaceAll('_', ' '))}</option>`,
  );
  const declines = DECLINE_CODES.map((code) => `<option value="${code}">${code.replaceAll('_', ' ')}</option>`);
  return layout(
    'Pay',
    `
    <h1>To pay</h1>
    <p class="total">${formatAmount(session.amountTotalMinor, session.currency)}</p>
    ${note === undefined ? '' : `<p class="note" role="alert">${escape(note)}</p>`}
    <table><tbody>${rows.join('')}</tbody></table>
    <form method="post">
      <label>Payment method <select name="payment_method">${methods.join('')}</select></label>
      <button class="pay" ${action('pay')}>Pay ${formatAmount(session.amountTotalMinor, session.currency)}</button>
      <label>If the bank says no <select name="decline_code">${declines.join('')}</select></label>
      <button ${action('decline')}>Decline (the bank says no)</button>
      <button ${action('abandon')}>Abandon</button>
      <button ${action('expire')}>Expire (the time is up)</button>
    </form>`,
  );
}

/** Where whoever owns a connected account says who they are. */
export const onboardingPage = ({ id, account }: AccountLinkRecord): string =>
  layout(
    'Connect an account',
    `
    <h1>Connect an account</h1>
    <p class="total">${escape(account)}</p>
    <form method="post">
      <button class="pay" formaction="/onboarding/${escape(id)}/complete">Complete</button>
      <button formaction="/onboarding/${escape(id)}/leave">Leave half-way</button>
    </form>`,
  );

/** A page that only says something, with the way back where there is one. */
export const messagePage = (title: string, message: string, backTo: string | null = null): string =>
  layout(
    title,
    `<p class="total">${escape(title)}</p><p>${escape(message)}</p>${backTo === null ? '' : `<p><a href="${escape(backTo)}">Back</a></p>`}`,
  );

function layout(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main>${content}<footer>Stripe sandbox on this machine. No real money moves.</footer></main></body></html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
