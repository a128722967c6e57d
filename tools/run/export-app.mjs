import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { bounds, refuseSize } from './app-bounds.mjs'
import { root, seconds } from './install.mjs'

// Builds the app for the platforms that are named into dist/PLATFORM, where its sources have changed, and refuses one that has become too large.

const app = join(root, 'apps/mobile')
const program = createRequire(join(app, 'package.json')).resolve('expo/bin/cli')
const ofTheBuild = ['SERVER_URL', 'APP_ID', 'IOS_STORE_URL', 'APPLE_MERCHANT_ID', 'MERCHANT_COUNTRY']

const named = process.argv.slice(2).filter((name) => name !== '--platform')
const isBounded = !named.includes('--any-size')
const platforms = named.filter((name) => name in bounds)
const options = named.filter((name) => !(name in bounds) && name !== '--any-size')
if (platforms.length === 0) throw new Error(`Say which: ${Object.keys(bounds).join(', ')}`)

/** Nothing is fetched, and nobody is told. */
const surroundings = {
  NODE_ENV: 'production',
  CI: '1',
  EXPO_OFFLINE: '1',
  EXPO_NO_TELEMETRY: '1',
  EXPO_UNSTABLE_METRO_OPTIMIZE_GRAPH: '1',
  EXPO_UNSTABLE_TREE_SHAKING: '1',
}

/** Where a server has the app for browsers. */
const { APP_BASE_PATH: basePath = '/app' } = process.env

let child
let isStopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    isStopped = true
    process.exitCode = 1
    child?.kill('SIGTERM')
  })

for (const platform of platforms) if (!isStopped) await exportFor(platform)

async function exportFor(platform) {
  const began = performance.now()
  const folder = join(app, 'dist', platform)
  const stamp = join(folder, '.sources')
  const sources = hashSources()
  const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === sources
  if (!isFresh && !(await build(platform, folder))) return void (process.exitCode = 1)
  if (!isFresh) writeFileSync(stamp, sources)
  const size =
    platform === 'web' ? sizeBeforeFirstScreen(folder) : sizeOf(filesIn(folder).filter((path) => path.endsWith('.hbc')))
  const refusal = refuseSize(platform, size)
  const took = isFresh ? 'nothing has changed' : seconds(began)
  console.log(`${platform}: ${bounds[platform].format(size)}, ${took}`)
  if (refusal && isBounded) {
    console.error(refusal)
    process.exitCode = 1
  }
}

/** In a folder of its own, which takes the place of the one before once it is whole. */
async function build(platform, folder) {
  const temporary = mkdtempSync(join(tmpdir(), 'buy-locals-app-'))
  const output = `${folder}.unfinished`
  const log = join(temporary, 'log')
  rmSync(output, { recursive: true, force: true })
  const printed = openSync(log, 'a')
  child = spawn(
    process.execPath,
    [
      program,
      'export',
      '--platform',
      platform,
      '--output-dir',
      relative(app, output),
      ...(platform === 'web' ? [] : ['--source-maps']),
      ...options,
    ],
    {
      cwd: app,
      stdio: ['ignore', printed, printed],
      env: { ...process.env, ...surroundings, APP_BASE_PATH: platform === 'web' ? basePath : '', TMPDIR: temporary },
    },
  )
  const code = await new Promise((done) => child.once('error', () => done(1)).once('exit', done))
  if (code === 0) {
    if (platform === 'web') pack(output)
    rmSync(folder, { recursive: true, force: true })
    renameSync(output, folder)
  } else if (!isStopped)
    console.error(`${platform}: expo export ended with ${code}\n${readFileSync(log, 'utf8').trimEnd()}`)
  rmSync(temporary, { recursive: true, force: true })
  rmSync(output, { recursive: true, force: true })
  return code === 0
}

/** A server gives what is packed already. */
function pack(folder) {
  for (const path of filesIn(folder).filter((name) => /\.(js|css|json)$/.test(name)))
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)))
}

/** What the app is made of: its own files, those of the packages, and the versions of everything else. */
function hashSources() {
  const hash = createHash('sha256')
  for (const name of ofTheBuild) hash.update(`${name}=${process.env[name] ?? ''}\n`)
  hash.update(`${basePath} ${options.join(' ')}\n`)
  const ours = ['api-client', 'client', 'contracts', 'features', 'ui', 'values'].map((name) =>
    join(root, 'packages', name),
  )
  for (const path of [
    join(root, 'package-lock.json'),
    ...[app, ...ours].flatMap((folder) => filesIn(folder).toSorted()),
  ]) {
    hash.update(`${relative(root, path)}\n`)
    hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

function isOther(name) {
  return (
    ['node_modules', 'dist', 'test', 'test-native', 'gallery', 'expo-env.d.ts'].includes(name) || name.startsWith('.')
  )
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (isOther(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : []
  })
}

function sizeOf(paths) {
  return paths.reduce((sum, path) => sum + statSync(path).size, 0)
}

/** What a browser loads before it shows anything: what the page names, packed. */
function sizeBeforeFirstScreen(folder) {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="[^"]*?(\/_expo\/static\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path)
  return [...new Set(named)].reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0)
}
