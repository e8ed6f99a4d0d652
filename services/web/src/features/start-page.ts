import type { RequestHandler } from 'express';

/** A first page for people who open the address: what this is and where to go. */
export function startPage(services: readonly string[]): RequestHandler {
  const links = services.map((name) => `<li><a href="/api/${name}/openapi.json">${name}: OpenAPI document</a></li>`).join('');
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Daka 打卡</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#222}h1{font-weight:600}a{color:#0b63ce}</style>
</head>
<body>
<h1>Daka 打卡</h1>
<p>Paid cohorts with a deposit that learners earn back by checking in every day.</p>
<p><a href="/docs">API reference</a></p>
<ul>${links}</ul>
</body>
</html>
`;
  return (_req, res) => void res.type('html').send(page);
}
