import { Agent, request } from 'node:http';
import express from 'express';

/** The baseline of the origin: Express that hands every request on to the bare server, and nothing else. */
const agent = new Agent({ keepAlive: true });
const app = express();
app.use((req, res) => {
  const asked = request(
    process.env['TARGET'] + req.url,
    { method: req.method, headers: req.headers, agent },
    (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    },
  );
  asked.once('error', () => res.destroy());
  req.pipe(asked);
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});
process.once('disconnect', () => process.exit(0));
