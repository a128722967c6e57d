import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Runs on whatever Node there is and depends on nothing: it brings the right Node and the packages. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

const node = join(root, 'node_modules/.bin/node')

/** The environment in which this repository's programs run, after installing what is missing. */
export function bring() {
  refuseOldNode()
  const reason = outdated()
  if (reason) install(reason)
  if (process.platform === 'linux' && !existsSync(node)) {
    stop(`npm brought no Node for ${process.platform} ${process.arch}; run npm ci without --omit=optional`)
  }
  return {
    ...process.env,
    PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
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

function install(reason) {
  console.log(`Installing packages with npm ci (${reason}) …`)
  const began = performance.now()
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) stop('npm ci failed')
  console.log(`Packages are installed (npm ci took ${seconds(began)}).`)
}

/** Why the packages that are there are not the ones the lock names; undefined when they are. */
function outdated() {
  const installed = readJson('node_modules/.package-lock.json')
  if (!installed) return 'no packages are there yet'
  const wanted = readJson('package-lock.json')
  for (const [path, { version, link, ...kind }] of Object.entries(wanted.packages)) {
    if (!path.includes('node_modules/') || link) continue
    const found = installed.packages[path]
    if (!found && isLeftOut(kind)) continue
    if (found?.version !== version) return `${path} ${version} is missing`
  }
  return undefined
}

/** npm leaves out what is made for other machines, and optional packages that only those need. */
function isLeftOut({ optional, os, cpu, libc }) {
  const suits = (allowed, here) => !allowed || allowed.includes(here)
  const suitsHere = suits(os, process.platform) && suits(cpu, process.arch) && suits(libc, 'glibc')
  return !suitsHere || (optional && !os && !cpu)
}

function readJson(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

export function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}

function stop(words) {
  console.error(words)
  process.exit(1)
}
