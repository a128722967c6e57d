import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { neededPaths, workspacesOf } from './needed.mjs'

// Runs on any Node and imports no package, because it is what installs both.

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const node = join(root, 'node_modules/.bin/node')

/** Installs Node and the packages where they are missing, except those of the workspaces `without` that nothing else needs. Returns the environment in which this repository's programs run. */
export function installMissing(without = []) {
  refuseOldNode()
  const reason = whyOutdated(without)
  if (reason) installPackages(reason, without)
  if (process.platform === 'linux' && !existsSync(node)) {
    stop(`npm installed no Node for ${process.platform} ${process.arch}; run npm ci without --omit=optional`)
  }
  return {
    ...process.env,
    NODE_ENV: 'production', // whatever the shell has: React's other builds are half as fast
    PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NODE_DISABLE_COMPILE_CACHE: undefined,
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), // not in the temporary folder, where nothing is to be left
  }
}

/** On Linux the right Node comes with the packages; elsewhere the system's own must run TypeScript. */
function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const isFit = major > 22 || (major === 22 && minor >= 18)
  if (process.platform !== 'linux' && !isFit) {
    stop(
      `This needs Node 22.18 or newer; here is ${process.versions.node}. Install Node 24 (see .nvmrc) and try again.`,
    )
  }
}

function installPackages(reason, without) {
  // npm ci begins by deleting what is there, which a server may be running on.
  const command = existsSync(join(root, 'node_modules/.package-lock.json')) ? ['install', '--no-save'] : ['ci']
  console.log(`Installing packages with npm ${command[0]} (${reason}) …`)
  const began = performance.now()
  const options = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', [...command, ...options, ...only(without)], { cwd: root, stdio: 'inherit' })
  if (status !== 0) stop(`npm ${command[0]} failed`)
  console.log(`Packages are installed (npm ${command[0]} took ${seconds(began)}).`)
}

/** Whoever has them installed already keeps them. */
function only(without) {
  const installed = readJson('node_modules/.package-lock.json')?.packages ?? {}
  const hasAll = without.every((folder) => Object.values(installed).some(({ resolved }) => resolved === folder))
  if (hasAll) return []
  const workspaces = workspacesOf(readJson('package-lock.json'), without)
  return ['--include-workspace-root', ...workspaces.map((folder) => `--workspace=${folder}`)]
}

/** Why the packages that are there are not the ones the lock names; undefined when they are. */
function whyOutdated(without) {
  const installed = readJson('node_modules/.package-lock.json')
  if (!installed) return 'no packages are there yet'
  const locked = readJson('package-lock.json')
  const needed = neededPaths(locked, without)
  for (const [path, { version, link, ...kind }] of Object.entries(locked.packages)) {
    if (!path.includes('node_modules/') || link || !needed.has(path)) continue
    const found = installed.packages[path]
    if (!found && isLeftOut(kind)) continue
    if (found?.version !== version) return `${path} ${version} is missing`
  }
  return undefined
}

/** npm leaves out what is made for other machines, and optional packages that only those need. */
function isLeftOut({ optional, os, cpu, libc }) {
  const suits = (allowed, actual) => !allowed || allowed.includes(actual)
  const suitsHere = suits(os, process.platform) && suits(cpu, process.arch) && suits(libc, 'glibc')
  return !suitsHere || (optional && !os && !cpu)
}

/** Installs Debian's packages of these names where they are missing and we are allowed to. Returns those that are still missing. */
export function installPrograms(names) {
  const missing = names.filter(isMissing)
  if (missing.length === 0 || process.getuid?.() !== 0 || isMissing('apt-get')) return missing
  console.log(`Installing ${missing.join(' and ')} with apt-get …`)
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  }
  const update = spawnSync('apt-get', ['update', '-q'], options)
  if (update.status === 0) spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', ...missing], options)
  return names.filter(isMissing)
}

function isMissing(name) {
  return !(process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

function readJson(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

export function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
