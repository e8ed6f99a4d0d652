import { ReceiptSchema } from '@daka/proof';
import type { Page } from 'playwright-core';

/** How a page names what is wrong with a receipt. */
export const NAMED = /改过|不见了|少了|不在|不是凭证/;

/** Opens a file as a receipt, and what the page says of it. */
export async function openReceipt(page: Page, content: string): Promise<string> {
  const choose = (text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const said = page.locator('[role=status]', { hasText: /凭证/ }).last();
  await choose('none');
  await said.filter({ hasText: '这个文件不是凭证' }).waitFor();
  await choose(content);
  if (ReceiptSchema.safeParse(JSON.parse(content)).success) await said.filter({ hasText: /[✓✗]/ }).waitFor();
  return said.innerText();
}

/** The document with one digit of one of its values changed: each value in turn, by its place. */
export function withOneDigitChanged(json: string): [place: string, changed: string][] {
  const document: unknown = JSON.parse(json);
  const all: [string, string][] = [];
  const visit = (value: unknown, place: string, put: (other: unknown) => unknown): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value))
        visit(inner, `${place}.${key}`, (other) =>
          put(
            Array.isArray(value)
              ? value.map((one: unknown, index) => (index === Number(key) ? other : one))
              : { ...value, [key]: other },
          ),
        );
    const text = String(value);
    if ((typeof value !== 'string' && typeof value !== 'number') || !/\d/.test(text)) return;
    const other = text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
    all.push([place, JSON.stringify(put(typeof value === 'number' ? Number(other) : other))]);
  };
  visit(document, '', (other) => other);
  return all;
}
