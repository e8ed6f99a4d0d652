import express from 'express';
import { Registry } from 'prom-client';
import request from 'supertest';
import { countViolations } from './http';

describe('reported violations', () => {
  const metrics = new Registry();
  const warned: object[] = [];
  const app = express().use(
    '/api/violations',
    countViolations(metrics, (fields) => void warned.push(fields)),
  );
  const report = (body: unknown) =>
    request(app).post('/api/violations').set('Content-Type', 'application/csp-report').send(JSON.stringify(body));

  it('are counted by directive, and nothing that a stranger may write ends in a label or a log', async () => {
    await report({
      'csp-report': { 'effective-directive': 'script-src-elem', 'blocked-uri': 'https://evil.example' },
    }).expect(204);
    await report({ 'csp-report': { 'effective-directive': 'made-up-by-somebody' } }).expect(204);
    await report({ nonsense: true }).expect(204);
    const lines = await metrics.metrics();
    expect(lines).toContain('daka_csp_violations_total{directive="script-src"} 1');
    expect(lines).toContain('daka_csp_violations_total{directive="other"} 1');
    expect(lines).toContain('daka_csp_violations_total{directive="unreadable"} 1');
    expect(JSON.stringify([lines, warned])).not.toMatch(/evil|made-up/);
  });
});
