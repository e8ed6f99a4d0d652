import { createCache, createCacheBudget, estimateBytes } from '@daka/service-kit';
import type { CohortIntroductions } from '../../ports';
import { type Asset, createAsset } from './assets';

/** The shell of one address (`html` is the shell as it was built), or null where it is nothing special. Never fails. */
export type ShellFor = (path: string, html: string) => Promise<Asset | null>;

const COHORT = /^\/cohorts\/([\w-]{1,64})\/?$/;
/** Organisers change their texts seldom, and whoever shares a page sees the change a minute later. */
const KEPT_MS = 60_000;
const KEPT_BYTES = 4 * 2 ** 20;
const MOST_CHARACTERS = 200;
/** It stands for us where a message shows a picture. */
const PICTURE = '/icon-512.png';

interface Parts {
  introductions: CohortIntroductions;
  publicOrigin: string;
  wallClock: { nowMs(): number };
}

/**
 * What a message shows of a link to a cohort before anybody opens it (Open Graph): whoever draws that runs no scripts,
 * so the words must stand in the page as it is sent. Only what everybody may read.
 */
export function createCohortCards({ introductions, publicOrigin, wallClock }: Parts): ShellFor {
  const kept = createCache<{ asset: Asset; untilMs: number }>(createCacheBudget(KEPT_BYTES));
  return async (path, html) => {
    const cohortId = COHORT.exec(path)?.[1];
    if (cohortId === undefined) return null;
    const known = kept.get(cohortId);
    if (known !== undefined && known.untilMs > wallClock.nowMs()) return known.asset;
    const introduction = await introductions.of(cohortId);
    if (introduction === null) return null;
    const { title, organisation, whatFor, forWhom } = introduction;
    const said = [organisation, whatFor ?? forWhom].filter((part) => part !== null).join(' · ');
    const page = withTags(html, {
      'og:type': 'website',
      'og:site_name': '打卡 Daka',
      'og:title': title,
      'og:description': shortened(said),
      'og:url': `${publicOrigin}/cohorts/${cohortId}`,
      'og:image': publicOrigin + PICTURE,
    });
    const asset = createAsset(Buffer.from(page), 'text/html; charset=utf-8');
    // Both compressed forms are kept beside it.
    kept.set(cohortId, { asset, untilMs: wallClock.nowMs() + KEPT_MS }, 2 * estimateBytes(page));
    return asset;
  };
}

function withTags(html: string, tags: Readonly<Record<string, string>>): string {
  const lines = Object.entries(tags).map(([name, value]) => `<meta property="${name}" content="${escaped(value)}" />`);
  const description = `<meta name="description" content="${escaped(tags['og:description'] ?? '')}" />`;
  // As a function, because what people write may hold what `replace` takes for a pattern.
  return html.replace('</head>', () => `${[...lines, description].join('\n')}\n</head>`);
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= MOST_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
