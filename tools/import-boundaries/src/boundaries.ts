import type { IForbiddenRuleType } from 'dependency-cruiser'
import { serviceNames } from '@buy-locals/contracts/operation'

type Row = {
  from: string
  /** What of ours it may import; paths begin at the root. Its own files always. */
  may: string[]
  /** The only npm packages it may import; without this, whatever its package.json names. */
  npm?: string[]
}

export const ours = ['packages/', 'services/', 'apps/', 'tools/', 'infra/', 'e2e/']
const forServices = ['values', 'scheduling', 'contracts', 'api-client', 'service-kit', 'booking-access', 'media'].map(
  inPackages,
)
const forScreens = ['contracts', 'api-client', 'client', 'values', 'scheduling', 'ui', 'features'].map(inPackages)
const tests = ['\\.test\\.tsx?$', '/test(-native)?/', '/testing/']

/** Folders in which files still import each other's types. This list only gets shorter. */
const withCircles = ['apps/dashboard/src/reviews/', 'apps/dashboard/src/services/']

/** Files that still cross a layer of their service. This list only gets shorter. */
const acrossLayers = ['^services/business/src/deps\\.ts']

/** Who may import whom, row by row as in docs/architecture.md. */
const rows: Row[] = [
  { from: 'packages/values/', may: [], npm: ['zod', 'temporal-polyfill', 'libphonenumber-js'] },
  { from: 'packages/scheduling/', may: ['packages/values/'], npm: ['zod', 'temporal-polyfill', 'opening_hours'] },
  { from: 'packages/contracts/', may: ['packages/values/'] },
  { from: 'packages/api-client/', may: ['packages/contracts/', 'packages/values/'] },
  { from: 'packages/client/', may: ['packages/contracts/', 'packages/api-client/', 'packages/values/'] },
  { from: 'packages/ui/', may: [] },
  { from: 'packages/features/', may: forScreens },
  { from: 'packages/embedded-postgres/', may: [] },
  { from: 'packages/service-kit/', may: ['packages/contracts/', 'packages/values/', 'packages/embedded-postgres/'] },
  { from: 'packages/booking-access/', may: ['packages/service-kit/', 'packages/contracts/', 'packages/values/'] },
  { from: 'packages/media/', may: ['packages/service-kit/', 'packages/contracts/', 'packages/values/'] },
  ...serviceNames.map((name) => ({ from: `services/${name}/`, may: forServices })),
  ...serviceNames.map((name) => ({
    from: `services/${name}/src/domain/`,
    may: [
      'packages/values/',
      'packages/scheduling/',
      'packages/contracts/src/fault.ts',
      'packages/contracts/src/problem.ts',
      'packages/contracts/src/[a-z]+/shapes.ts',
    ],
    npm: ['zod', 'temporal-polyfill'],
  })),
  { from: 'apps/web/', may: forScreens },
  { from: 'apps/dashboard/', may: forScreens },
  { from: 'apps/mobile/', may: forScreens },
  { from: 'apps/server/', may: ours },
  { from: 'apps/stripe-simulator/src/', may: [] },
  {
    from: 'apps/stripe-simulator/test/',
    may: ['apps/stripe-simulator/src/', 'packages/values/', 'services/payment/'],
  },
  { from: 'infra/', may: ours },
  { from: 'tools/', may: ours },
  { from: 'e2e/', may: ours },
]

export const rules: IForbiddenRuleType[] = [
  ...rows.flatMap(rulesOfRow),
  {
    name: 'opening_hours is read by what reads OSM alone',
    from: { path: '^packages/', pathNot: [...tests, '/(hours-from-osm|osm-[a-z]+)\\.ts$'] },
    to: { path: 'node_modules/opening_hours/' },
  },
  ...serviceNames.flatMap(rulesInside),
  {
    name: 'what is made for tests is imported by tests',
    from: { path: startsWith(['packages/', 'services/', 'apps/']), pathNot: tests },
    to: { path: '/src/testing/' },
  },
  {
    name: 'the embedded PostgreSQL is brought by the host and by tests',
    from: { path: startsWith(['packages/', 'services/']), pathNot: [...tests, '^packages/embedded-postgres/'] },
    to: { path: '^packages/embedded-postgres/' },
  },
  {
    name: 'no file imports itself through others',
    from: { path: startsWith(ours) },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no file imports itself through others, not even for a type',
    from: { path: startsWith(ours), pathNot: startsWith(withCircles) },
    to: { circular: true },
  },
  {
    name: 'a circle of types that is known',
    severity: 'info',
    from: { path: startsWith(withCircles) },
    to: { circular: true, via: { dependencyTypes: ['type-only'] } },
  },
  {
    name: 'every import leads somewhere',
    from: { path: startsWith(ours) },
    to: { couldNotResolve: true, pathNot: ['\\?', '\\.css$', '^aws-lambda$', '^virtual:', '/\\+types/'] },
  },
]

function rulesOfRow({ from, may, npm }: Row): IForbiddenRuleType[] {
  const ownAndOurs = {
    name: `${from} may import only ${[...may, 'its own files'].join(', ')}`,
    from: { path: `^${from}`, ...(from.endsWith('/domain/') ? { pathNot: tests } : {}) },
    to: { path: startsWith(ours), pathNot: startsWith([from, ...may]) },
  }
  if (!npm) return [ownAndOurs]
  const ofNpm = {
    name: `${from} may import only ${npm.join(', ')} of npm and Node`,
    from: { path: `^${from}`, pathNot: tests },
    to: { pathNot: [...startsWith(ours), ...npm.map((name) => `node_modules/${name}/`)] },
  }
  return [ownAndOurs, ofNpm]
}

/** The layers of a service. */
function rulesInside(name: string): IForbiddenRuleType[] {
  const inside = (path: string) => `^services/${name}/src/${path}`
  return [
    {
      name: `use cases of ${name} know neither Express nor http/, nor each other`,
      from: { path: inside('use-cases/'), pathNot: tests },
      to: { path: ['node_modules/(@types/)?express/', inside('http/'), inside('use-cases/')] },
    },
    {
      name: `steps of ${name} are taken by its use cases`,
      from: { path: inside(''), pathNot: [inside('use-cases/'), inside('steps/'), inside('service\\.ts'), ...tests] },
      to: { path: inside('steps/') },
    },
    {
      name: `steps of ${name} know neither http/ nor use cases`,
      from: { path: inside('steps/'), pathNot: tests },
      to: { path: ['node_modules/(@types/)?express/', inside('http/'), inside('use-cases/')] },
    },
    {
      name: `persistence of ${name} publishes, schedules and audits nothing`,
      from: { path: inside('persistence/'), pathNot: [...acrossLayers, ...tests] },
      to: { path: '^packages/service-kit/src/(outbox|jobs|audit)\\.ts' },
    },
    {
      name: `adapters of ${name} are chosen in from-config alone`,
      from: { path: inside(''), pathNot: [inside('adapters/'), inside('from-config\\.ts'), ...acrossLayers, ...tests] },
      to: { path: inside('adapters/') },
    },
  ]
}

function startsWith(paths: string[]): string[] {
  return paths.map((path) => `^${path}`)
}

function inPackages(name: string): string {
  return `packages/${name}/`
}
