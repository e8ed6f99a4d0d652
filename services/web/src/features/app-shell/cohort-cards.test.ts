import type { CohortIntroductions } from '../../ports';
import { createCohortCards } from './cohort-cards';

const SHELL = '<html><head><title>Daka</title></head><body>shell</body></html>';
const PLAIN = { title: 'Ten days', organisation: 'Harbour', whatFor: null, forWhom: 'All who write' };

/** A shell maker whose membership knows `cohorts`; `asked` is what it was asked for. */
function withCohorts(cohorts: Record<string, Awaited<ReturnType<CohortIntroductions['of']>>>) {
  const asked: string[] = [];
  let nowMs = 0;
  const of: CohortIntroductions['of'] = (id) => {
    asked.push(id);
    return Promise.resolve(cohorts[id] ?? null);
  };
  const shellFor = createCohortCards({
    introductions: { of },
    publicOrigin: 'https://daka.example',
    wallClock: { nowMs: () => nowMs },
  });
  return {
    asked,
    pass: (ms: number) => void (nowMs += ms),
    async html(path: string) {
      const asset = await shellFor(path, SHELL);
      return asset === null ? null : (await asset.body('identity')).toString();
    },
  };
}

it('says in the page as it is sent what a message shows of its link', async () => {
  const html = await withCohorts({ c1: PLAIN }).html('/cohorts/c1');
  expect(html).toContain('<meta property="og:title" content="Ten days" />');
  expect(html).toContain('<meta property="og:description" content="Harbour · All who write" />');
  expect(html).toContain('<meta property="og:url" content="https://daka.example/cohorts/c1" />');
  expect(html).toContain('<meta property="og:image" content="https://daka.example/icon-512.png" />');
  expect(html).toMatch(/^<html><head><title>Daka<\/title>.*<\/head><body>shell<\/body><\/html>$/s);
});

it('lets nothing out of the attribute that an organiser wrote into a title', async () => {
  const title = `"/></head><script>alert('1')</script> $& $' &amp;`;
  const html = await withCohorts({ c1: { ...PLAIN, title, whatFor: '<img src=x onerror=alert(1)>' } }).html(
    '/cohorts/c1',
  );
  expect(html).toContain(
    'content="&quot;/&gt;&lt;/head&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; $&amp; $&#39; &amp;amp;"',
  );
  expect(html).not.toMatch(/<script|<img/);
  expect(html?.match(/<\/head>/g)).toHaveLength(1);
});

it('shortens a long text between characters', async () => {
  const html = await withCohorts({ c1: { ...PLAIN, organisation: 'H', whatFor: '🌊'.repeat(300) } }).html(
    '/cohorts/c1',
  );
  expect(html).toContain(`content="H · ${'🌊'.repeat(195)}…"`);
});

it.each(['/cohorts', '/cohorts/c1/join', '/today', '/cohorts/..%2fme', '/cohorts/gone'])(
  'is the shell as it was built elsewhere: %s',
  async (path) => {
    expect(await withCohorts({ c1: PLAIN }).html(path)).toBeNull();
  },
);

it('asks once a minute', async () => {
  const cohorts = { c1: PLAIN };
  const cards = withCohorts(cohorts);
  await cards.html('/cohorts/c1');
  cohorts.c1 = { ...PLAIN, title: 'Twelve days' };
  cards.pass(59_999);
  expect(await cards.html('/cohorts/c1')).toContain('Ten days');
  cards.pass(1);
  expect(await cards.html('/cohorts/c1')).toContain('Twelve days');
  expect(cards.asked).toHaveLength(2);
});
