import { createTransport } from 'nodemailer';
import { startMailSandbox, type MailSandbox } from './sandbox';

let sandbox: MailSandbox;
beforeAll(async () => {
  sandbox = await startMailSandbox();
});
afterAll(() => sandbox?.stop());

const send = (to: string, text: string, messageId?: string) =>
  createTransport(sandbox.smtpUrl).sendMail({ from: 'daka@example.org', to, subject: '确认邮箱', text, messageId });
const ask = async (path: string) => fetch(`${sandbox.url}${path}`);

it('keeps what is sent, the newest first, and finds it by the address, whatever its case', async () => {
  await send('mei@example.org', '第一封 http://localhost/confirm#a-b_c', '<one@daka>');
  await send('lin@example.org', 'other');
  await send('MEI@example.org', 'second');
  const { mails } = (await (await ask('/_sandbox/mails?to=Mei@example.org')).json()) as { mails: object[] };
  expect(mails).toMatchObject([
    { text: 'second\n' },
    {
      id: '<one@daka>',
      subject: '确认邮箱',
      text: '第一封 http://localhost/confirm#a-b_c\n',
      from: 'daka@example.org',
    },
  ]);
  expect(sandbox.mails()).toHaveLength(3);
});

it('shows them on a page as text, with links to follow and no mark-up of the mail', async () => {
  await send('eve@example.org', '<script>1</script> http://localhost/x#"y');
  const answer = await ask('/?to=eve@example.org');
  const page = await answer.text();
  expect(page).toContain('&lt;script&gt;1&lt;/script&gt; <a href="http://localhost/x#&quot;y">');
  expect(page).not.toContain('<script>1');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await (await ask('/?to=nobody@example.org')).text()).toContain('No mail.');
});

it('refuses so many for now as it is told, and then takes them again', async () => {
  const told = await fetch(`${sandbox.url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refuseNext: 1 }),
  });
  expect(told.status).toBe(200);
  await expect(send('late@example.org', 'x')).rejects.toThrow('451');
  await send('late@example.org', 'x');
  expect(sandbox.mails('late@example.org')).toHaveLength(1);
});
