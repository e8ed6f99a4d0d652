import { createCache, createCacheBudget, estimateBytes } from '@daka/service-kit';
import type { CohortAddress, CohortIntroduction, CohortIntroductions } from '../../ports';
import { CARD, cardPath } from '../../domain/card-address';
import { type Asset, createAsset } from './assets';
import type { Shell } from './shells';

/** The shell of one address, from the one that its page has, or null where it is nothing special. Never fails. */
export type ShellFor = (path: string, shell: Pick<Shell, 'name' | 'language' | 'html'>) => Promise<Asset | null>;

const BY_ID = /^\/cohorts\/([\w-]{1,64})\/?$/;
const BY_WORD = /^\/c\/([a-z0-9-]{3,60})\/?$/;
/** Organisers change their texts seldom, and whoever shares a page sees the change a minute later. */
const KEPT_MS = 60_000;
const KEPT_BYTES = 4 * 2 ** 20;
const LANGUAGES = 2;
const MOST_CHARACTERS = 200;
type Tags = Readonly<Record<string, string>>;

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
  const kept = createCache<{ id: string; tags: Tags; assets: Map<string, Asset>; untilMs: number }>(
    createCacheBudget(KEPT_BYTES),
  );
  const pictureTags = (id: string, language: Shell['language']): Tags => ({
    'og:image': publicOrigin + cardPath(id, language),
    'og:image:type': 'image/png',
    'og:image:width': String(CARD.width),
    'og:image:height': String(CARD.height),
  });
  return async (path, { name, language, html }) => {
    const address = addressOf(path);
    if (address === null) return null;
    const key = JSON.stringify(address);
    let known = kept.get(key);
    if (known === undefined || known.untilMs <= wallClock.nowMs()) {
      const introduction = await introductions.of(address);
      if (introduction === null) return null;
      known = {
        id: introduction.id,
        tags: tagsOf(introduction, publicOrigin),
        assets: new Map(),
        untilMs: wallClock.nowMs() + KEPT_MS,
      };
      // For each language of the shell, with both compressed forms beside it.
      kept.set(key, known, LANGUAGES * 2 * estimateBytes(html));
    }
    const asset =
      known.assets.get(name) ??
      createAsset(
        Buffer.from(withTags(html, { ...known.tags, ...pictureTags(known.id, language) })),
        'text/html; charset=utf-8',
      );
    known.assets.set(name, asset);
    return asset;
  };
}

/** Whether messages show more of a link to it than that it is one of ours. */
export function introducesCohort(path: string): boolean {
  return addressOf(path) !== null;
}

function addressOf(path: string): CohortAddress | null {
  const id = BY_ID.exec(path)?.[1];
  if (id !== undefined) return { id };
  const slug = BY_WORD.exec(path)?.[1];
  return slug === undefined ? null : { slug };
}

/** A cohort is one thing, whichever of its addresses is passed on: the word that it has now, else its id. */
function tagsOf({ id, slug, title, organisation, whatFor, forWhom }: CohortIntroduction, publicOrigin: string): Tags {
  const said = [organisation, whatFor ?? forWhom].filter((part) => part !== null).join(' · ');
  return {
    'og:type': 'website',
    'og:site_name': '打卡 Daka',
    'og:title': title,
    'og:description': shortened(said),
    'og:url': publicOrigin + (slug === null ? `/cohorts/${id}` : `/c/${slug}`),
  };
}

function withTags(html: string, tags: Tags): string {
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
