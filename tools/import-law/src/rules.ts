import type { IForbiddenRuleType } from 'dependency-cruiser'
import { law, ours, services } from './law.ts'

const tests = ['\\.test\\.tsx?$', '/test/', '/testing/']
const starts = (paths: string[]) => paths.map((path) => `^${path}`)

const rows = law.flatMap(({ from, may, npm }): IForbiddenRuleType[] => [
  {
    name: `${from} may import only ${[...may, 'its own files'].join(', ')}`,
    severity: 'error',
    from: { path: `^${from}`, ...(from.endsWith('/domain/') ? { pathNot: tests } : {}) },
    to: { path: starts(ours), pathNot: starts([from, ...may]) },
  },
  ...(npm
    ? [
        {
          name: `${from} may import only ${npm.join(', ')} of npm and Node`,
          severity: 'error' as const,
          from: { path: `^${from}`, pathNot: tests },
          to: { pathNot: [...starts(ours), ...npm.map((name) => `node_modules/${name}/`)] },
        },
      ]
    : []),
])

const particular: IForbiddenRuleType[] = [
  {
    name: 'opening_hours is read in hours-from-osm alone',
    severity: 'error',
    from: { path: '^packages/', pathNot: [...tests, '/hours-from-osm\\.ts$'] },
    to: { path: 'node_modules/opening_hours/' },
  },
  ...services.map((name): IForbiddenRuleType => ({
    name: `use-cases of ${name} know neither Express nor http/`,
    severity: 'error',
    from: { path: `^services/${name}/src/use-cases/` },
    to: { path: ['node_modules/(@types/)?express/', `^services/${name}/src/http/`] },
  })),
  {
    name: 'what is made for tests is imported by tests',
    severity: 'error',
    from: { path: starts(['packages/', 'services/', 'apps/']), pathNot: tests },
    to: { path: '/src/testing/' },
  },
  {
    name: 'no two files need each other',
    severity: 'error',
    from: { path: starts(ours) },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'every import leads somewhere',
    severity: 'error',
    from: { path: starts(ours) },
    to: { couldNotResolve: true, pathNot: ['\\?', '\\.css$', '^aws-lambda$', '^virtual:', '/\\+types/'] },
  },
]

export const rules = [...rows, ...particular]
