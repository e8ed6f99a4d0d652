import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express } from 'express';
import request from 'supertest';
import { appHeaders } from './headers';
import { createAppShell } from './serve';

describe('the app shell', () => {
  const dir = mkdtempSync(join(tmpdir(), 'daka-app-'));
  const script = `console.log(${JSON.stringify('long '.repeat(400))})`;
  mkdirSync(join(dir, 'assets'));
  mkdirSync(join(dir, '.vite'));
  writeFileSync(join(dir, 'index.html'), `<!doctype html><p>${'shell '.repeat(200)}</p>`);
  writeFileSync(join(dir, 'assets/page-Ab12.js'), script);
  writeFileSync(join(dir, '.vite/manifest.json'), '{}');
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
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' });
  });

  it('says so when it was never built', async () => {
    const answer = await request(await serve(join(dir, 'nowhere')))
      .get('/today')
      .set('Accept', 'text/html')
      .expect(503);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'unavailable' });
  });
});
