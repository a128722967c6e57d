import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Outcome } from './outcome.ts'
import { textOf } from './repository.ts'

const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Unlicense',
])

/** Packages that somebody has looked at, and what their manifest says. */
const exceptions: Record<string, string> = {
  opening_hours: 'LGPL-3.0-only', // used unchanged, as a package of its own that can be replaced
  suncalc: 'no licence', // its LICENSE file is BSD-2-Clause
}

/** What Expo builds the phone app with; none of it is in what it builds. Anywhere else it is as forbidden as ever. */
const ofBuilder: Record<string, string> = {
  'caniuse-lite': 'CC-BY-4.0',
  argparse: 'Python-2.0',
  exit: 'no licence', // its LICENSE-MIT file is MIT
}

/** `sharp` has a package for each system, with libvips in it or beside it: used unchanged, and replaceable. */
const isLibvips = (name: string, licence: string) =>
  name.startsWith('@img/sharp-') && isAllowed(licence.replaceAll('LGPL-3.0-or-later', 'MIT'))

const names = z.record(z.string(), z.unknown()).default({})
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      license: z.string().optional(),
      /** The folder of a workspace. */
      resolved: z.string().optional(),
      link: z.boolean().default(false),
      dependencies: names,
      optionalDependencies: names,
      peerDependencies: names,
    }),
  ),
})

type Packages = z.infer<typeof lockFile>['packages']

/** Everything that the apps and services need to run, tools and what only builds or tests left out, has a licence that suits ours. */
export async function licences(root: string): Promise<Outcome> {
  const { packages } = lockFile.parse(JSON.parse(textOf(root, 'package-lock.json')))
  const [needed, served] = [new Set<string>(), new Set<string>()]
  for (const path of Object.keys(packages)) {
    if (/^(apps|services)\/[^/]+$/.test(path)) collect(packages, path, needed)
    if (/^(apps|services)\/(?!mobile$)[^/]+$/.test(path)) collect(packages, path, served)
  }
  const found = [...needed]
    .filter((path) => path.includes('node_modules/') && !packages[path]?.link)
    .map((path) => ({
      path,
      name: path.replace(/^.*node_modules\//, ''),
      licence: packages[path]?.license ?? 'no licence',
    }))
  const counts = Map.groupBy(found, ({ licence }) => licence)
  const summary = [...counts]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, { length }]) => `${length} ${name}`)
  return {
    examined: found.length,
    unit: `packages: ${summary.join(', ')}`,
    wrong: found
      .filter(({ name, licence }) => exceptions[name] !== licence && !isAllowed(licence))
      .filter(({ name, licence }) => !isLibvips(name, licence))
      .filter(({ path, name, licence }) => served.has(path) || !isOfBuilder(name, licence))
      .map(({ name, licence }) => `${name} comes under ${licence}, which nobody has allowed`),
  }
}

/** For styles of the phone app in a browser: used unchanged when it is built, with a package for each system. */
const isLightningcss = (name: string, licence: string) => name.startsWith('lightningcss') && licence === 'MPL-2.0'

const isOfBuilder = (name: string, licence: string) => ofBuilder[name] === licence || isLightningcss(name, licence)

function collect(packages: Packages, path: string, needed: Set<string>): void {
  const entry = packages[path]
  if (!entry || needed.has(path)) return
  needed.add(path)
  if (entry.link && entry.resolved !== undefined) return collect(packages, entry.resolved, needed)
  const { dependencies, optionalDependencies, peerDependencies } = entry
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
    collect(packages, resolve(packages, path, name), needed)
}

/** As Node does it: in the nearest `node_modules` on the way up. */
function resolve(packages: Packages, from: string, name: string): string {
  const path = join(from, 'node_modules', name)
  return path in packages || from === '.' ? path : resolve(packages, dirname(from), name)
}

/** `(MIT OR Apache-2.0)` leaves the choice, `MIT AND CC0-1.0` does not. */
function isAllowed(licence: string): boolean {
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => allowed.has(each)))
}
