import express from 'express';
import request from 'supertest';
import { leanAnswers } from './lean-answers';

const said = { long: 'an answer that says much '.repeat(100) };
const large = JSON.stringify({ text: 'x'.repeat(1_200_000) });

describe('answers of the API', () => {
  const app = express().disable('etag').use(leanAnswers());
  app.get('/json', (_req, res) => void res.set('Cache-Control', 'no-store').json(said));
  app.get('/short', (_req, res) => void res.json({ short: true }));
  app.get('/pieces', (_req, res) => {
    const text = JSON.stringify(said);
    res.type('json');
    res.write(text.slice(0, 700));
    res.end(text.slice(700));
  });
  app.get('/large', (_req, res) => {
    res.type('json');
    res.write(large.slice(0, 900_000));
    res.end(large.slice(900_000));
  });
  app.get('/refused', (_req, res) => void res.status(409).type('application/problem+json').send('{}'));
  app.get('/events', (_req, res) => {
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' });
    res.write('data: 1\n\n');
    res.end('data: 2\n\n');
  });
  app.post('/json', (_req, res) => void res.json(said));
  const get = (path: string) => request(app).get(path).set('Accept-Encoding', 'gzip');

  it.each(['/json', '/pieces'])('are compressed and named by what they say: %s', async (path) => {
    const answer = await get(path).expect(200, said);
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', etag: expect.stringMatching(/^W\/"/) });
    const br = await request(app).get(path).set('Accept-Encoding', 'br').expect(200);
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', etag: answer.headers['etag'] });
    const plain = await request(app).get(path).set('Accept-Encoding', 'identity').expect(200, said);
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  it('are not sent again while they are the same', async () => {
    const { headers } = await get('/pieces').expect(200);
    const again = await get('/pieces').set('If-None-Match', String(headers['etag'])).expect(304);
    expect(again.text).toBe('');
    await get('/pieces').set('If-None-Match', 'W/"other"').expect(200, said);
  });

  it('are kept by nobody where somebody is signed in, and asked for anew where anybody may read them', async () => {
    const mine = await get('/json').set('Cookie', 'daka=1').expect(200);
    expect(mine.headers['cache-control']).toBe('no-store');
    const token = await get('/json').set('Authorization', 'Bearer x').expect(200);
    expect(token.headers['cache-control']).toBe('no-store');
    const anybody = await get('/json').expect(200);
    expect(anybody.headers).toMatchObject({
      'cache-control': 'no-cache',
      vary: 'Accept-Encoding, Authorization, Cookie',
    });
  });

  it('are left as they are where they are short, refused, of no JSON, large or of a write', async () => {
    expect((await get('/short').expect(200, { short: true })).headers['content-encoding']).toBeUndefined();
    expect((await get('/refused').expect(409)).headers['etag']).toBeUndefined();
    const events = await get('/events').expect(200);
    expect(events.text).toBe('data: 1\n\ndata: 2\n\n');
    expect(events.headers['content-encoding']).toBeUndefined();
    const whole = await get('/large').expect(200);
    expect([whole.text.length, whole.headers['etag']]).toEqual([large.length, undefined]);
    expect((await request(app).post('/json').expect(200)).headers['etag']).toBeUndefined();
  });
});
