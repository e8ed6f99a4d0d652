import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import en from '../../texts/en.json';
import zh from '../../texts/zh-CN.json';
import type { Text } from '../../texts/use-text';
import { changesTexts } from './changes';

const catalogues = { en, 'zh-CN': zh };
const REASON = [
  'title: Ten days → Ten days → and nights',
  'slug: – → ten-days',
  'capacity: 20 → 30',
  'enrolUntil: 2026-03-10T00:00:00.000Z → 2026-03-11T00:00:00.000Z',
  'description',
  'somethingNewer: 1 → 2',
].join('\n');

function said(language: keyof typeof catalogues): string[] {
  const compiled = Object.entries(catalogues[language]).map(([id, message]) => [id, compileMessage(message)]);
  const i18n = setupI18n({ locale: language, messages: { [language]: Object.fromEntries(compiled) } });
  const text: Text = (id, values) => i18n._(id, values);
  return changesTexts(REASON, text, (instant) => `<${instant.slice(8, 10)}>`);
}

it('puts each change into the language of the reader, and leaves what somebody wrote as it is', () => {
  expect(said('en')).toEqual([
    'Title: Ten days → Ten days → and nights',
    'Address: – → ten-days',
    'Seats: 20 → 30',
    'End of enrolment: <10> → <11>',
    'Description',
    'Something else: 1 → 2',
  ]);
  expect(said('zh-CN')).toEqual([
    '名称：Ten days → Ten days → and nights',
    '网址：– → ten-days',
    '名额：20 → 30',
    '报名截止：<10> → <11>',
    '介绍',
    '其他：1 → 2',
  ]);
});
