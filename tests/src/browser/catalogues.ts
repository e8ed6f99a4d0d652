import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const FOLDER = path.join(__dirname, '../../../services/web/app/texts');
const Catalogue = z.record(z.string(), z.string());

/** Ids and messages of each of the app's catalogues in a language, by its file's name without the ending: those of one page, too. */
export function cataloguesIn(language: 'zh-CN' | 'en'): Map<string, Record<string, string>> {
  const files = readdirSync(FOLDER).filter((file) => file === `${language}.json` || file.endsWith(`-${language}.json`));
  return new Map(
    files.map((file) => [
      path.basename(file, '.json'),
      Catalogue.parse(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'))),
    ]),
  );
}
