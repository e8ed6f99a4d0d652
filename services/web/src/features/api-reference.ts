import express, { Router, type RequestHandler } from 'express';
// Not the package itself: that loads all of the browser's script into this process, 30 MB of it, to say where it lies.
import absolutePath from 'swagger-ui-dist/absolute-path';

/** The API reference: Swagger UI over the document that each service serves. Nothing is fetched from elsewhere. */
export function apiReference(services: readonly string[]): RequestHandler {
  const router = Router();
  router.get('/', (_req, res) => void res.type('html').send(PAGE));
  router.get('/start.js', (_req, res) => void res.type('text/javascript').send(startScript(services)));
  router.use(express.static(absolutePath(), { index: false, maxAge: '1h' }));
  return router;
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Daka API reference</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/swagger-ui-standalone-preset.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

function startScript(services: readonly string[]): string {
  const urls = services.map((name) => ({ name, url: `/api/${name}/openapi.json` }));
  return `window.SwaggerUIBundle({
  urls: ${JSON.stringify(urls)},
  dom_id: '#reference',
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  validatorUrl: null,
  persistAuthorization: true,
});
`;
}
