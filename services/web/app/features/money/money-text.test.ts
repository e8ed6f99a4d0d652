import { figureText, moneyText } from './money-text';

describe('amounts', () => {
  it.each([
    ['zh-CN', 'CNY', 1_618, '¥16.18'],
    ['en', 'CNY', 1_618, 'CN¥16.18'],
    ['en', 'CNY', 30_000, 'CN¥300.00'],
    ['zh-CN', 'JPY', 1_618, 'JP¥1,618'],
    ['en', 'KWD', 1_618, 'KWD\u00A01.618'],
    ['en', 'USD', 0, '$0.00'],
  ])('in %s of %s', (language, currency, amountMinor, said) => {
    expect(moneyText(language, currency, amountMinor)).toBe(said);
  });

  it('without the currency where it stands beside', () => {
    expect(figureText('en', 'CNY', 123_456)).toBe('1,234.56');
  });
});
