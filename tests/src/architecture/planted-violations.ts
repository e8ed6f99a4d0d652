/** A file that must not be, and the one rule of .dependency-cruiser.cjs that it breaks. */
export interface PlantedViolation {
  rule: string;
  file: string;
  source: string;
}

/** What every planted tree contains, so that the imports of the violations resolve. */
export const soundTree: Record<string, string> = {
  'packages/rules/src/index.ts': 'export const rule = 1;\n',
  'packages/contracts/src/index.ts': "import { rule } from '@daka/rules';\nexport const contract = rule;\n",
  'packages/service-kit/src/index.ts': "import { contract } from '@daka/contracts';\nexport const kit = contract;\n",
  'services/alpha/src/domain/thing.ts': "import { rule } from '@daka/rules';\nexport const thing = rule;\n",
  'services/alpha/src/adapters/mongo/things.ts':
    "import { thing } from '../../domain/thing';\nexport const things = [thing];\n",
  'services/alpha/src/features/do-it/handler.ts':
    "import { thing } from '../../domain/thing';\nexport const doIt = () => thing;\n",
  'services/alpha/src/app.ts':
    "import { things } from './adapters/mongo/things';\nimport { doIt } from './features/do-it/handler';\nexport const app = () => [things, doIt];\n",
  'services/membership/src/index.ts': 'export const other = 1;\n',
  'services/web/src/serve.ts': 'export const serve = 1;\n',
  'services/web/app/ui/card.tsx': 'export const Card = () => null;\n',
  'services/web/app/features/draft/draft.ts': 'export const draft = 1;\n',
  'services/web/app/routes/today/page.tsx':
    "import { rule } from '@daka/rules';\nimport { draft } from '../../features/draft/draft';\nimport { Card } from '../../ui/card';\nexport const today = [rule, draft, Card];\n",
  'services/checkin/src/domain/day.ts': 'export const day = 1;\n',
};

export const plantedViolations: readonly PlantedViolation[] = [
  {
    rule: 'no-cycles',
    file: 'services/alpha/src/domain/circle.ts',
    source:
      "import { back } from './back';\nexport const circle = () => back;\n//@@services/alpha/src/domain/back.ts\nimport { circle } from './circle';\nexport const back = () => circle;\n",
  },
  {
    rule: 'no-unresolvable',
    file: 'services/alpha/src/domain/lost.ts',
    source: "import { x } from './nowhere';\nexport const lost = x;\n",
  },
  {
    rule: 'the-app-asks-over-http',
    file: 'services/web/app/features/draft/shortcut.ts',
    source: "import { serve } from '../../../src/serve';\nexport const shortcut = serve;\n",
  },
  {
    rule: 'the-app-asks-over-http',
    file: 'services/web/app/api/schema.ts',
    source: "import { contract } from '@daka/contracts';\nexport const schema = contract;\n",
  },
  {
    rule: 'the-app-has-no-node',
    file: 'services/web/app/features/draft/file.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const file = readFileSync;\n",
  },
  {
    rule: 'the-server-knows-no-page',
    file: 'services/web/src/render.ts',
    source: "import { today } from '../app/routes/today/page';\nexport const render = today;\n",
  },
  {
    rule: 'pages-know-no-siblings',
    file: 'services/web/app/routes/days/page.ts',
    source: "import { today } from '../today/page';\nexport const days = today;\n",
  },
  {
    rule: 'shared-pieces-know-no-features',
    file: 'services/web/app/ui/editor.ts',
    source: "import { draft } from '../features/draft/draft';\nexport const editor = draft;\n",
  },
  {
    rule: 'features-of-the-app-know-no-pages',
    file: 'services/web/app/features/draft/page.ts',
    source: "import { today } from '../../routes/today/page';\nexport const page = today;\n",
  },
  {
    rule: 'service-never-imports-service',
    file: 'services/alpha/src/features/do-it/peek.ts',
    source: "import { other } from '../../../../membership/src/index';\nexport const peek = other;\n",
  },
  {
    rule: 'domain-is-pure',
    file: 'services/alpha/src/domain/clock.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const now = () => readFileSync('/proc/uptime');\n",
  },
  {
    rule: 'domain-is-pure',
    file: 'services/alpha/src/domain/kit.ts',
    source: "import { kit } from '@daka/service-kit';\nexport const x = kit;\n",
  },
  {
    rule: 'features-know-no-adapters',
    file: 'services/alpha/src/features/do-it/shortcut.ts',
    source: "import { things } from '../../adapters/mongo/things';\nexport const shortcut = things;\n",
  },
  {
    rule: 'features-know-no-siblings',
    file: 'services/alpha/src/features/do-other/handler.ts',
    source: "import { doIt } from '../do-it/handler';\nexport const doOther = doIt;\n",
  },
  {
    rule: 'tests-keep-to-themselves',
    file: 'services/alpha/src/domain/faked.ts',
    source:
      "import { fake } from '../testing/fake';\nexport const faked = fake;\n//@@services/alpha/src/testing/fake.ts\nexport const fake = 1;\n",
  },
  {
    rule: 'only-app-wires-adapters',
    file: 'services/alpha/src/routes.ts',
    source: "import { things } from './adapters/mongo/things';\nexport const routes = things;\n",
  },
  {
    rule: 'adapters-decide-nothing',
    file: 'services/alpha/src/adapters/mongo/decides.ts',
    source: "import { doIt } from '../../features/do-it/handler';\nexport const decides = doIt;\n",
  },
  {
    rule: 'drivers-stay-in-adapters',
    file: 'services/checkin/src/features/do-it/query.ts',
    source: "import mongoose from 'mongoose';\nexport const query = mongoose;\n",
  },
  {
    rule: 'services-start-no-process',
    file: 'services/payment/src/adapters/shell.ts',
    source: "import { execSync } from 'node:child_process';\nexport const shell = execSync;\n",
  },
  {
    rule: 'rules-run-in-the-browser',
    file: 'packages/rules/src/file.ts',
    source: "import { readFileSync } from 'node:fs';\nexport const file = readFileSync;\n",
  },
  {
    rule: 'proofs-are-checked-anywhere',
    file: 'packages/proof/src/salt.ts',
    source: "import { randomBytes } from 'node:crypto';\nexport const salt = randomBytes;\n",
  },
  {
    rule: 'contracts-hold-no-machinery',
    file: 'packages/contracts/src/send.ts',
    source: "import { Kafka } from 'kafkajs';\nexport const send = Kafka;\n",
  },
  {
    rule: 'kit-has-no-business-word',
    file: 'packages/service-kit/src/streak.ts',
    source: "import { rule } from '@daka/rules';\nexport const streak = rule;\n",
  },
  {
    rule: 'infra-and-packages-never-import-services',
    file: 'infra/local/src/shortcut.ts',
    source: "import { day } from '../../../services/checkin/src/domain/day';\nexport const shortcut = day;\n",
  },
];
