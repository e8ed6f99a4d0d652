/** As messengers and networks draw a link's picture (Open Graph), in pixels. */
export const CARD = { width: 1_200, height: 630 } as const;

export const CARD_LANGUAGES = ['zh-CN', 'en'] as const;
export type CardLanguage = (typeof CARD_LANGUAGES)[number];

export const CARD_ROUTE = '/cards/:cohortId/:file';

/** Where a cohort's picture lies, for whoever draws a message about it. */
export const cardPath = (cohortId: string, language: CardLanguage): string => `/cards/${cohortId}/${language}.png`;
