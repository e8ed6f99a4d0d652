import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Policy } from '@daka/rules';
import en from '../../texts/en.json';
import zh from '../../texts/zh-CN.json';
import type { Text } from '../../texts/use-text';
import { forfeitSentences } from './sentences';

const catalogues = { en, 'zh-CN': zh };

function said(language: keyof typeof catalogues, forfeits: Partial<Policy['forfeits']>): string[] {
  const compiled = Object.entries(catalogues[language]).map(([id, message]) => [id, compileMessage(message)]);
  const i18n = setupI18n({ locale: language, messages: { [language]: Object.fromEntries(compiled) } });
  const text: Text = (id, values) => i18n._(id, values);
  const some = { finishersBps: 8_000, organiserBps: 2_000, charityBps: 0, sharedBy: 'completed' } as const;
  return forfeitSentences(text, { forfeits: { ...some, ifNoFinishers: 'return_pro_rata', ...forfeits } } as Policy);
}

describe('where deposits go that are not earned', () => {
  it.each([
    ['en', 'return_pro_rata', /^If nobody qualifies, .* goes back to everybody in proportion to the days they did$/],
    ['en', 'organiser', /^If nobody qualifies, .* goes to the organiser$/],
    ['en', 'charity', /^If nobody qualifies, .* goes to charity$/],
    ['zh-CN', 'return_pro_rata', /^要是没人达标，.*退给大家$/],
    ['zh-CN', 'organiser', /^要是没人达标，.*归主办方$/],
    ['zh-CN', 'charity', /^要是没人达标，.*做公益$/],
  ] as const)('in %s, when nobody qualifies: %s', (language, ifNoFinishers, words) => {
    const [shares, inherited, ...more] = said(language, { ifNoFinishers });
    expect([shares, inherited]).toEqual([expect.stringContaining('80%'), expect.stringMatching(words)]);
    expect(more).toEqual([]);
  });

  it('says nothing of an inheritance where finishers have no share', () => {
    expect(said('en', { finishersBps: 0, organiserBps: 10_000 })).toHaveLength(1);
  });
});
