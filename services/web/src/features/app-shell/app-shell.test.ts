import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express } from 'express';
import request from 'supertest';
import { appHeaders } from './headers';
import { createAppShell } from './serve';

const MANIFEST = {
  'index.html': { file: 'assets/index-1.js', isEntry: true, imports: ['_parts.js'] },
  '_parts.js': { file: 'assets/parts-1.js' },
  'texts/zh-CN.json': { file: 'assets/zh-1.js' },
  'texts/en.json': { file: 'assets/en-1.js' },
  'routes/today/page.tsx': {
    file: 'assets/today-1.js',
    imports: ['_parts.js', '_money.js'],
    css: ['assets/today-1.css'],
  },
  '_money.js': { file: 'assets/money-1.js', imports: ['_parts.js', 'routes/today/page.tsx'] },
  'routes/cohort/page.tsx': { file: 'assets/cohort-1.js', imports: ['_parts.js'] },
};

describe('the app shell', () => {
  const dir = mkdtempSync(join(tmpdir(), 'daka-app-'));
  const script = `console.log(${JSON.stringify('long '.repeat(400))})`;
  mkdirSync(join(dir, 'assets'));
  mkdirSync(join(dir, '.vite'));
  writeFileSync(join(dir, 'index.html'), `<!doctype html><head></head><p>${'shell '.repeat(200)}</p>`);
  writeFileSync(join(dir, 'assets/page-Ab12.js'), script);
  writeFileSync(join(dir, '.vite/manifest.json'), JSON.stringify(MANIFEST));
  afterAll(() => rmSync(dir, { recursive: true }));

  const serve = async (from: string) =>
    express().use(appHeaders(), await createAppShell(from, () => Promise.resolve(null)));
  let app: Express;
  beforeAll(async () => {
    app = await serve(dir);
  });
  const page = (path: string) => request(app).get(path).set('Accept', 'text/html,*/*');

  it.each(['/', '/today', '/enrolments/6a607d5b', '/cohorts/1/join', '/index.html'])(
    'is every page: %s',
    async (path) => {
      const answer = await page(path).expect(200);
      expect(answer.text).toContain('shell');
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  it.each(['/assets/page-Old1.js', '/api/nothing', '/.vite/manifest.json', '/..%2f..%2fpackage.json'])(
    'is not a file that is gone, nor the API: %s',
    async (path) => {
      await request(app).get(path).set('Accept', '*/*').expect(404);
    },
  );

  it('answers the bare address to whoever looks whether we are there', async () => {
    expect((await request(app).get('/').set('Accept', '*/*').expect(200)).text).toContain('shell');
    await request(app).get('/').set('Accept', 'application/json').expect(404);
  });

  it.each(['/cohorts/1', '/c/ten-days'])(
    'is the page of a class also for whoever draws it in a message: %s',
    async (path) => {
      expect((await request(app).get(path).set('Accept', '*/*').expect(200)).text).toContain('shell');
      expect((await request(app).get(path).unset('Accept').expect(200)).text).toContain('shell');
      await request(app).get(path).set('Accept', 'application/json').expect(404);
      await request(app).get(`${path}/staff`).set('Accept', '*/*').expect(404);
    },
  );

  it('sends files for good, compressed as the browser likes', async () => {
    const br = await request(app).head('/assets/page-Ab12.js').set('Accept-Encoding', 'gzip, br').expect(200);
    expect(br.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    const gzip = await request(app).get('/assets/page-Ab12.js').set('Accept-Encoding', 'gzip').expect(200);
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gzip.text).toBe(script);
    expect(gzip.headers['etag']).not.toBe(br.headers['etag']);
    const plain = await request(app).get('/assets/page-Ab12.js').set('Accept-Encoding', 'identity').expect(200);
    expect([plain.headers['content-encoding'], plain.text]).toEqual([undefined, script]);
  });

  it('is not sent again while it is the same', async () => {
    const { headers } = await page('/today').expect(200);
    await page('/today').set('If-None-Match', String(headers['etag'])).expect(304);
    await page('/today').set('If-None-Match', '"other"').expect(200);
  });

  it('lets a page do nothing that is not ours', async () => {
    const { headers } = await page('/today');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("media-src 'self' blob:");
    expect(policy).not.toContain('unsafe');
    expect(headers['permissions-policy']).toMatch(/^microphone=\(self\), camera=\(\), geolocation=\(\)/);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' });
  });

  it.each([
    ['/today', 'en-GB,en;q=0.9,zh;q=0.8', ['en-1.js', 'today-1.js', 'today-1.css', 'money-1.js']],
    ['/today', 'fr, zh-TW;q=0.5, en;q=0.4', ['zh-1.js', 'today-1.js', 'today-1.css', 'money-1.js']],
    ['/c/ten-days', 'fr', ['zh-1.js', 'cohort-1.js']],
    ['/cohorts/1', '', ['zh-1.js', 'cohort-1.js']],
    ['/cohorts/1/join', 'en', ['en-1.js']],
    ['/constructor', 'constructor', ['zh-1.js']],
  ])(
    'names what its page and its language need, so that they come with the first files: %s in %s',
    async (path, languages, files) => {
      const { text, headers } = await page(path).set('Accept-Language', languages).expect(200);
      expect(
        [...text.matchAll(/<link rel="(?:modulepreload|preload" as="style)" crossorigin href="\/assets\/(.*?)">/g)].map(
          ([, file]) => file,
        ),
      ).toEqual(files);
      expect(headers['vary']).toBe('Accept-Encoding, Accept-Language');
    },
  );

  it('says so when it was never built', async () => {
    const answer = await request(await serve(join(dir, 'nowhere')))
      .get('/today')
      .set('Accept', 'text/html')
      .expect(503);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'unavailable' });
  });
});
