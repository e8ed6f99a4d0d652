import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import express from 'express';
import mongoose from 'mongoose';

/** The baseline: Express with one endpoint that inserts one document with mongoose, one that finds one and one that keeps a body as a file, and nothing else. */
async function main(): Promise<void> {
  await mongoose.connect(String(process.env.MONGO_URL), { dbName: 'bare' });
  const Entry = mongoose.model('Entry', new mongoose.Schema({ day: String, text: String, at: Date }));
  const Document = mongoose.model('Document', new mongoose.Schema({ _id: String }, { strict: false }));
  const app = express();
  app.use(express.json());
  app.post('/entries', async (req, res) => {
    const { day, text } = req.body as { day: string; text: string };
    const entry = await Entry.create({ day, text, at: new Date() });
    res.status(201).json({ id: entry._id });
  });
  app.get('/documents/:id', async (req, res) => {
    res.json(await Document.findOne({ _id: req.params.id }).lean());
  });
  app.post('/files', async (req, res) => {
    const bucket = new mongoose.mongo.GridFSBucket(mongoose.connection.getClient().db('bare'));
    const file = bucket.openUploadStream(randomUUID());
    await pipeline(req, file);
    res.status(201).json({ id: file.id, bytes: file.length });
  });
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : null });
  });
  process.once('disconnect', () => process.exit(0));
}

void main();
