import type { CohortIntroduction } from '../../ports';
import { createCohortCards } from './cohort-cards';
import type { Shell } from './shells';

const SHELL = '<html><head><title>Daka</title></head><body>shell</body></html>';
const PLAIN = {
  id: 'c1',
  slug: null,
  title: 'Ten days',
  organisation: 'Harbour',
  whatFor: null,
  forWhom: 'All who write',
  terms: null,
} satisfies CohortIntroduction;
const WITH_WORD = { ...PLAIN, id: 'c2', slug: 'ten-days' };

/** A shell maker whose membership knows `cohorts` by id or word; `asked` is what it was asked for. */
function withCohorts(cohorts: Record<string, CohortIntroduction>) {
  const asked: object[] = [];
  let nowMs = 0;
  const shellFor = createCohortCards({
    introductions: {
      of(address) {
        asked.push(address);
        return Promise.resolve(cohorts['id' in address ? address.id : address.slug] ?? null);
      },
    },
    publicOrigin: 'https://daka.example',
    wallClock: { nowMs: () => nowMs },
  });
  return {
    asked,
    pass: (ms: number) => void (nowMs += ms),
    async html(
      path: string,
      shell: Pick<Shell, 'name' | 'language' | 'html'> = { name: 'zh', language: 'zh-CN', html: SHELL },
    ) {
      const asset = await shellFor(path, shell);
      return asset === null ? null : (await asset.body('identity')).toString();
    },
  };
}

it('says in the page as it is sent what a message shows of its link', async () => {
  const html = await withCohorts({ c1: PLAIN }).html('/cohorts/c1');
  expect(html).toContain('<meta property="og:title" content="Ten days" />');
  expect(html).toContain('<meta property="og:description" content="Harbour · All who write" />');
  expect(html).toContain('<meta property="og:url" content="https://daka.example/cohorts/c1" />');
  expect(html).toContain('<meta property="og:image" content="https://daka.example/cards/c1/zh-CN.png" />');
  expect(html).toContain('<meta property="og:image:width" content="1200" />');
  expect(html).toMatch(/^<html><head><title>Daka<\/title>.*<\/head><body>shell<\/body><\/html>$/s);
});

it.each(['/c/ten-days', '/c/ten-days/', '/c/its-old-word', '/cohorts/c2'])(
  'is known by the word that it has now, whichever address was passed on: %s',
  async (path) => {
    const html = await withCohorts({ 'ten-days': WITH_WORD, 'its-old-word': WITH_WORD, c2: WITH_WORD }).html(path);
    expect(html).toContain('<meta property="og:title" content="Ten days" />');
    expect(html).toContain('<meta property="og:url" content="https://daka.example/c/ten-days" />');
  },
);

it.each(['/cohorts/c1', '/c/c1-word'])(
  'lets nothing out of the attribute that an organiser wrote into a title: %s',
  async (path) => {
    const title = `"/></head><script>alert('1')</script> $& $' &amp;`;
    const cohort = { ...PLAIN, title, whatFor: '<img src=x onerror=alert(1)>' };
    const html = await withCohorts({ c1: cohort, 'c1-word': cohort }).html(path);
    expect(html).toContain(
      'content="&quot;/&gt;&lt;/head&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; $&amp; $&#39; &amp;amp;"',
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(html?.match(/<\/head>/g)).toHaveLength(1);
  },
);

it('is made of the shell that the reader would have had', async () => {
  const cards = withCohorts({ c1: PLAIN });
  expect(await cards.html('/cohorts/c1')).toContain('shell');
  const english = await cards.html('/cohorts/c1', { name: 'en', language: 'en', html: '<head></head>english' });
  expect(english).toContain('english');
  expect(english).toContain('https://daka.example/cards/c1/en.png');
  expect(await cards.html('/cohorts/c1')).toContain('shell');
  expect(cards.asked).toEqual([{ id: 'c1' }]);
});

it('shortens a long text between characters', async () => {
  const html = await withCohorts({ c1: { ...PLAIN, organisation: 'H', whatFor: '🌊'.repeat(300) } }).html(
    '/cohorts/c1',
  );
  expect(html).toContain(`content="H · ${'🌊'.repeat(195)}…"`);
});

it.each([
  '/cohorts',
  '/cohorts/c1/join',
  '/today',
  '/cohorts/..%2fme',
  '/cohorts/gone',
  '/c/gone',
  '/c/..%2fme',
  '/c/C1',
])('is the shell as it was built elsewhere: %s', async (path) => {
  expect(await withCohorts({ c1: PLAIN }).html(path)).toBeNull();
});

it('asks once a minute', async () => {
  const cohorts: Record<string, CohortIntroduction> = { c1: PLAIN };
  const cards = withCohorts(cohorts);
  await cards.html('/cohorts/c1');
  cohorts['c1'] = { ...PLAIN, title: 'Twelve days' };
  cards.pass(59_999);
  expect(await cards.html('/cohorts/c1')).toContain('Ten days');
  cards.pass(1);
  expect(await cards.html('/cohorts/c1')).toContain('Twelve days');
  expect(cards.asked).toHaveLength(2);
});
