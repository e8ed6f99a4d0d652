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
  'services/alpha/src/adapters/mongo/things.ts': "import { thing } from '../../domain/thing';\nexport const things = [thing];\n",
  'services/alpha/src/features/do-it/handler.ts': "import { thing } from '../../domain/thing';\nexport const doIt = () => thing;\n",
  'services/alpha/src/app.ts':
    "import { things } from './adapters/mongo/things';\nimport { doIt } from './features/do-it/handler';\nexport const app = () => [things, doIt];\n",
  'services/membership/src/index.ts': 'export const other = 1;\n',
  'services/checkin/src/domain/day.ts': 'export const day = 1;\n',
};

export const plantedViolations: readonly PlantedViolation[] = [
  {
    rule: 'no-cycles',
    file: 'services/alpha/src/domain/circle.ts',
    source: "import { back } from './back';\nexport const circle = () => back;\n//@@services/alpha/src/domain/back.ts\nimport { circle } from './circle';\nexport const back = () => circle;\n",
  },
  { rule: 'no-unresolvable', file: 'services/alpha/src/domain/lost.ts', source: "import { x } from './nowhere';\nexport const lost = x;\n" },
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
