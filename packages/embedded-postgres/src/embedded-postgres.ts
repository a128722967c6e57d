import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, lchownSync, openSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openLogFile } from './log-file.ts'
import { ignoreMissing, ownUserId, postgresBinaries } from './postgres-binaries.ts'
import {
  acceptsConnections,
  disownLockFile,
  freePort,
  withTurn,
  recordRunning,
  readRunning,
  shutDown,
} from './postmaster.ts'
import { identifyProcess, isAlive, type ProcessIdentity } from './process-identity.ts'

export const version = 18

type Options = {
  dataDir: string
  port?: number
  fsync?: boolean
  /** Ends a start that is under way, and leaves no process of it behind. */
  signal?: AbortSignal
}

export type EmbeddedPostgres = {
  url: string
  pid: number
  /** `adopted`: it was left behind by a process that was killed. `borrowed`: a living process runs it and keeps running it. */
  origin: 'started' | 'adopted' | 'borrowed'
  isAlive(): boolean
  /** What is not done after `patienceMs` is rolled back, and the next start repairs the files. */
  stop(patienceMs?: number): Promise<void>
  /** At once. Nothing that was committed is lost. */
  kill(): void
}

/** PostgreSQL on 127.0.0.1 and a socket, its files in `dataDir/postgres`, made on the first start. Superuser `postgres`, password in a file beside the cluster. */
export async function startPostgres({
  dataDir,
  port,
  fsync = true,
  signal = new AbortController().signal,
}: Options): Promise<EmbeddedPostgres> {
  const home = resolve(dataDir, 'postgres')
  await mkdir(home, { recursive: true, mode: 0o700 })
  return withTurn(home, () => start(home, port, fsync, signal))
}

async function start(
  home: string,
  port: number | undefined,
  fsync: boolean,
  signal: AbortSignal,
): Promise<EmbeddedPostgres> {
  signal.throwIfAborted()
  const written = await readFile(join(home, 'cluster/PG_VERSION'), 'utf8').catch(ignoreMissing)
  if (written === undefined) await makeCluster(home, fsync, signal)
  else refuseOtherVersion(home, written.trim())
  const password = await readPassword(home)
  const urlAt = (its: number) => `postgres://postgres:${password}@127.0.0.1:${its}/postgres`

  const shortest = (its: number) => urlAt(its) + socketOf(home, its)
  const left = readRunning(home)
  if (left?.hasLivingOwner) {
    if (port !== undefined && port !== left.port)
      throw new Error(`PostgreSQL in ${home} is in use, on port ${left.port}`)
    const url = urlAt(left.port)
    if (await acceptsConnections(left.postmaster, url, signal))
      return {
        ...running(home, shortest(left.port), left.postmaster, 'borrowed'),
        stop: async () => {},
        kill: () => {},
      }
  } else if (
    left &&
    (port === undefined || port === left.port) &&
    (await acceptsConnections(left.postmaster, urlAt(left.port), signal))
  ) {
    recordRunning(home, left.postmaster, left.port)
    return running(home, shortest(left.port), left.postmaster, 'adopted')
  }
  if (left) await shutDown(home, left.postmaster)

  const ownPort = port ?? (await freePort())
  const postmaster = await untilStarted(home, ownPort, urlAt(ownPort), fsync, signal)
  return running(home, shortest(ownPort), postmaster, 'started')
}

const longestSocketPath = 100 // of 107 bytes on Linux, 103 on macOS

/** By its socket a statement takes three quarters of the time. It is not used where the folder's name is too long for one. */
function socketOf(home: string, port: number): string {
  const folder = join(home, 'socket')
  const file = join(folder, `.s.PGSQL.${port}`)
  const isUsable = Buffer.byteLength(file) <= longestSocketPath && existsSync(file)
  return isUsable ? `?host=${encodeURIComponent(folder)}` : ''
}

const running = (
  home: string,
  url: string,
  postmaster: ProcessIdentity,
  origin: EmbeddedPostgres['origin'],
): EmbeddedPostgres => ({
  url,
  pid: postmaster.pid,
  origin,
  isAlive: () => isAlive(postmaster),
  stop: (patienceMs) => shutDown(home, postmaster, patienceMs),
  kill: () => void (isAlive(postmaster) && process.kill(postmaster.pid, 'SIGQUIT')),
})

async function untilStarted(
  home: string,
  port: number,
  url: string,
  fsync: boolean,
  signal: AbortSignal,
): Promise<ProcessIdentity> {
  for (const until = performance.now() + 30_000; ; await setTimeout(100)) {
    disownLockFile(home)
    const postmaster = await boot(home, port, fsync)
    if (postmaster && (await acceptsConnections(postmaster, url, signal))) return postmaster
    if (postmaster && signal.aborted) await shutDown(home, postmaster, 2_000)
    signal.throwIfAborted()
    const logEnd = await readLogEnd(home)
    const othersStillEnd = logEnd.includes('still in use') // the processes of a postgres that was killed
    if (!othersStillEnd || performance.now() > until) throw new Error(`PostgreSQL did not start:\n${logEnd}`)
  }
}

/** Made under another name first, so that a cluster half made is never taken for a whole one. */
async function makeCluster(home: string, fsync: boolean, signal: AbortSignal): Promise<void> {
  const unfinished = join(home, 'unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(join(home, 'password'), randomBytes(24).toString('base64url'), { mode: 0o600 })
  giveToRunner(unfinished, join(home, 'password'))
  const settings = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const child = await run('initdb', home, [unfinished, join(home, 'password')], ([folder = '', password = '']) => [
    ...['-D', folder, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${password}`, '--no-instructions'],
    ...settings,
    ...(fsync ? [] : ['--no-sync', '-c', 'scram_iterations=1']), // thousands of connections of tests
  ])
  const killGroup = () => void (child.pid && process.kill(-child.pid, 'SIGKILL'))
  signal.addEventListener('abort', killGroup)
  const code = await new Promise((done) => child.once('exit', done))
  signal.removeEventListener('abort', killGroup)
  signal.throwIfAborted()
  if (code !== 0) throw new Error(`PostgreSQL could not make its folder in ${home}:\n${await readLogEnd(home)}`)
  await rename(unfinished, join(home, 'cluster'))
}

async function boot(home: string, port: number, fsync: boolean): Promise<ProcessIdentity | undefined> {
  const sockets = join(home, 'socket')
  await rm(sockets, { recursive: true, force: true }) // those of one that was killed
  await mkdir(sockets, { mode: 0o700 })
  giveToRunner(sockets)
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    max_connections: '400',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'log', // refusals by constraints are acceptsConnections, not news
    log_checkpoints: 'off',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const child = await run('postgres', home, [join(home, 'cluster'), sockets], ([folder = '', socketFolder = '']) => [
    ...['-D', folder, '-c', `unix_socket_directories=${socketFolder}`],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  child.unref()
  if (process.platform === 'linux') letOthersFinish(child.pid)
  const postmaster = child.pid === undefined ? undefined : identifyProcess(child.pid)
  if (postmaster) recordRunning(home, postmaster, port)
  return postmaster
}

/**
 * Each statement that is sent wakes a backend, which else takes the processor from whoever sent it, in the middle of their
 * work. Where there is no `chrt` it does. Backends have it from the postmaster.
 */
const letOthersFinish = (pid = 0): void => void execFile('chrt', ['--batch', '--pid', '0', String(pid)], () => {})

/**
 * On Linux the paths are handed over as open files, because the runner may not be allowed to walk through the folders
 * above them (a project under /root). Its own session: Ctrl-C in the terminal is for us, we then stop it in order.
 */
async function run(program: 'initdb' | 'postgres', home: string, paths: string[], args: (paths: string[]) => string[]) {
  const binaries = await postgresBinaries()
  const log = openLogFile(join(home, 'log'))
  const byFile = process.platform === 'linux' && ownUserId() === 0
  const files = byFile ? paths.map((path) => openSync(path, 'r')) : []
  const child = spawn(
    join(binaries, 'bin', program),
    args(byFile ? files.map((_, n) => `/proc/self/fd/${n + 3}`) : paths),
    {
      ...runner(),
      cwd: '/',
      detached: true,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log, log, ...files],
    },
  )
  for (const file of [log, ...files]) closeSync(file)
  return child
}

const nobody = { uid: 65534, gid: 65534 }

/** PostgreSQL refuses to run as root. */
function runner(): { uid?: number; gid?: number } {
  return ownUserId() === 0 ? nobody : {}
}

function giveToRunner(...paths: string[]): void {
  const { uid, gid } = runner()
  if (uid !== undefined && gid !== undefined) for (const path of paths) lchownSync(path, uid, gid)
}

/** Of files that were brought from elsewhere, such as from a backup: PostgreSQL starts from what its runner owns alone. */
export async function takeOver(dataDir: string): Promise<void> {
  const home = resolve(dataDir, 'postgres')
  const inside = await readdir(join(home, 'cluster'), { recursive: true })
  giveToRunner(join(home, 'password'), join(home, 'cluster'), ...inside.map((path) => join(home, 'cluster', path)))
}

function refuseOtherVersion(home: string, written: string): void {
  if (Number(written) === version) return
  throw new Error(
    `${home} was written by PostgreSQL ${written}; this program brings PostgreSQL ${version}. ` +
      `Make a backup with the program that wrote it (npm run backup) and restore it here.`,
  )
}

async function readLogEnd(home: string): Promise<string> {
  return (await readFile(join(home, 'log'), 'utf8')).split('\n').slice(-12).join('\n')
}

async function readPassword(home: string): Promise<string> {
  const password = await readFile(join(home, 'password'), 'utf8').catch(ignoreMissing)
  if (/^[\w-]{32}$/.test(password ?? '')) return password ?? ''
  throw new Error(
    `${home}/password is damaged: bring it back from a backup. Without it nobody signs in to the database`,
  )
}
