import express from 'express';
import mongoose from 'mongoose';

/** The baseline: Express with one endpoint that inserts one document with mongoose and one that finds one, and nothing else. */
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
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : null });
  });
  process.once('disconnect', () => process.exit(0));
}

void main();
