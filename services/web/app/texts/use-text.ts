import { useLingui } from '@lingui/react';
import { useCallback, useMemo } from 'react';
import type { Language } from './language';
import type account from './account-zh-CN.json';
import type acts from './acts-zh-CN.json';
import type desk from './desk-zh-CN.json';
import type invited from './invited-zh-CN.json';
import type tasks from './tasks-zh-CN.json';
import type media from './media-zh-CN.json';
import type work from './work-zh-CN.json';
import type zh from './zh-CN.json';

/** Every text of the app has an id; one that is missing does not compile. */
export type TextId =
  | keyof typeof zh
  | keyof typeof work
  | keyof typeof desk
  | keyof typeof tasks
  | keyof typeof media
  | keyof typeof acts
  | keyof typeof account
  | keyof typeof invited;
export type Text = (id: TextId, values?: Record<string, string | number>) => string;

/** The texts of the language in use. */
export function useText(): Text {
  const { i18n } = useLingui();
  return useCallback((id, values) => i18n._(id, values), [i18n, i18n.locale]);
}

export function useLanguage(): Language {
  const { i18n } = useLingui();
  return useMemo(() => (i18n.locale === 'en' ? 'en' : 'zh-CN'), [i18n.locale]);
}
