import express, { Router } from 'express';
import { Counter, type Registry } from 'prom-client';
import { z } from 'zod';

const MAX_BYTES = 16_384;

/** As browsers send it for `report-uri`. */
const Report = z.object({
  'csp-report': z.object({
    'effective-directive': z.string().max(100).optional(),
    'violated-directive': z.string().max(500).optional(),
    'blocked-uri': z.string().max(2_000).optional(),
  }),
});

/** Counts what browsers kept a page from doing. Anybody can send one, so nothing of it is believed: directives are counted, the rest is dropped. */
export function countViolations(metrics: Registry, warn: (fields: object, message: string) => void): Router {
  const counter = new Counter({
    name: 'daka_csp_violations_total',
    help: 'Reported violations of the content security policy',
    labelNames: ['directive'],
    registers: [metrics],
  });
  const router = Router();
  router.post('/', express.json({ type: '*/*', limit: MAX_BYTES }), (req, res) => {
    const report = Report.safeParse(req.body);
    const directive = report.success ? directiveOf(report.data['csp-report']) : 'unreadable';
    counter.inc({ directive });
    warn({ directive }, 'a browser reported a violation of the content security policy');
    res.status(204).end();
  });
  return router;
}

/** One of the known ones, so that strangers cannot make metrics grow. */
const KNOWN = [
  'default-src',
  'script-src',
  'style-src',
  'img-src',
  'media-src',
  'connect-src',
  'font-src',
  'frame-src',
] as const;

function directiveOf(report: z.infer<typeof Report>['csp-report']): string {
  const named = report['effective-directive'] ?? report['violated-directive'] ?? '';
  return KNOWN.find((directive) => named.startsWith(directive)) ?? 'other';
}
