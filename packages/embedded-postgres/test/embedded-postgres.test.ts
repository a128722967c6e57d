import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { startPostgres, version } from '../src/embedded-postgres.ts'
import { identifyProcess } from '../src/process-identity.ts'

/** Making a cluster takes longest, so it is made once; every test gets a copy. */
let made: string

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'buy-locals-postgres-'))
  await (await startPostgres({ dataDir: made })).stop()
})

afterAll(() => rm(made, { recursive: true }))

/** A folder only we may look into, as a project under /root is. */
async function privateFolder(parent = tmpdir()): Promise<string> {
  const dataDir = await mkdtemp(join(parent, 'buy-locals-postgres-'))
  execFileSync('cp', ['-a', join(made, 'postgres'), dataDir])
  onTestFinished(async () => {
    await startPostgres({ dataDir }).then(
      (left) => left.stop(),
      () => {},
    )
    await rm(dataDir, { recursive: true })
  })
  return dataDir
}

async function sql(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows.map((row) => Object.values(row)[0])
}

test('a log of more than 10 MB is begun anew, and the one before it is there until the next', async () => {
  const dataDir = await privateFolder()
  const log = join(dataDir, 'postgres/log')
  const sizes = () => Promise.all([log, `${log}.before`].map(async (file) => (await stat(file)).size))
  for (const bytes of [11_000_000, 12_000_000]) {
    await writeFile(log, 'x'.repeat(bytes))
    await (await startPostgres({ dataDir })).stop()
    expect(await sizes()).toEqual([expect.toSatisfy((size: number) => size > 0 && size < 10_000), bytes])
  }
  await (await startPostgres({ dataDir })).stop()
  expect((await sizes())[1]).toBe(12_000_000)
})

const sent = z.object({ url: z.string(), pid: z.number(), origin: z.string() })

/** Another program that starts PostgreSQL and lives until it is killed. */
async function startElsewhere(dataDir: string) {
  const launcher = new URL('../src/embedded-postgres.ts', import.meta.url)
  const program = `import { startPostgres } from ${JSON.stringify(launcher)}
    console.log(JSON.stringify(await startPostgres({ dataDir: ${JSON.stringify(dataDir)} })))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(child.stdout, 'data')
  return {
    ...sent.parse(JSON.parse(String(line))),
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

test('what was written is still there after a stop and a start', async () => {
  const dataDir = await privateFolder()
  const first = await startPostgres({ dataDir })
  await sql(first.url, `create table guests as select 'Ada' as name`)
  await first.stop()
  expect(identifyProcess(first.pid)).toBeUndefined()
  const second = await startPostgres({ dataDir })
  expect(second.origin).toBe('started')
  expect(await sql(second.url, `select name from guests`)).toEqual(['Ada'])
  expect(await sql(second.url, `select current_setting('fsync') || current_setting('server_version_num')`)).toEqual([
    expect.stringMatching(`^on${version}`),
  ])
})

test.runIf(process.platform === 'linux')('its backends leave the processor to whoever woke them', async () => {
  const { url, stop } = await startPostgres({ dataDir: await privateFolder() })
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const fields = (await readFile(`/proc/${rows[0]?.pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')
  expect(fields[38]).toBe('3') // SCHED_BATCH: the 41st field, after the name
  await client.end()
  await stop()
})

test('it is reached by a socket, and by its port where the name of the folder is too long for one', async () => {
  const dataDir = await privateFolder('/tmp')
  const isBySocket = async (url: string) => (await sql(url, `select inet_client_addr() is null`))[0]
  const short = await startPostgres({ dataDir })
  expect(await isBySocket(short.url)).toBe(true)
  await short.stop()
  const long = join(dataDir, 'a'.repeat(100))
  await mkdir(long)
  execFileSync('mv', [join(dataDir, 'postgres'), long])
  const { url, stop } = await startPostgres({ dataDir: long })
  expect(await isBySocket(url)).toBe(false)
  await stop()
})

test('nobody else on this machine can read the password or come in without it', async () => {
  const dataDir = await privateFolder()
  const { url } = await startPostgres({ dataDir })
  expect((await stat(join(dataDir, 'postgres/password'))).mode & 0o077).toBe(0)
  const stranger = new URL(url)
  stranger.password = 'guess'
  await expect(sql(stranger.href, `select 1`)).rejects.toThrow('password authentication failed')
  expect(await sql(url, `show listen_addresses`)).toEqual(['127.0.0.1'])
})

test('a killed program leaves its PostgreSQL to the next one', async () => {
  const dataDir = await privateFolder()
  const killed = await startElsewhere(dataDir)
  await killed.kill()
  const next = await startPostgres({ dataDir })
  expect(next).toMatchObject({ origin: 'adopted', pid: killed.pid, url: killed.url })
  await next.stop()
  expect(identifyProcess(killed.pid)).toBeUndefined()
})

test('an orphan on another port than the one asked for is stopped and started there', async () => {
  const dataDir = await privateFolder()
  const killed = await startElsewhere(dataDir)
  await killed.kill()
  const port = 19_000 + Math.floor(Math.random() * 900)
  const next = await startPostgres({ dataDir, port })
  expect(next.origin).toBe('started')
  expect(new URL(next.url).port).toBe(String(port))
})

test('while one program runs it, another borrows it and cannot stop it', async () => {
  const dataDir = await privateFolder()
  const owner = await startElsewhere(dataDir)
  const guest = await startPostgres({ dataDir })
  expect(guest).toMatchObject({ origin: 'borrowed', pid: owner.pid })
  await guest.stop()
  expect(await sql(owner.url, `select 1`)).toEqual([1])
  await owner.kill()
})

test('two programs that begin at the same moment do not spoil each other', async () => {
  const dataDir = await privateFolder()
  await rm(join(dataDir, 'postgres'), { recursive: true })
  const [one, other] = await Promise.all([startElsewhere(dataDir), startElsewhere(dataDir)])
  expect(other).toMatchObject({ pid: one.pid, url: one.url })
  expect([one.origin, other.origin].toSorted()).toEqual(['borrowed', 'started'])
  await Promise.all([one.kill(), other.kill()])
})

test('a program and its PostgreSQL killed together lose nothing that was committed', async () => {
  const dataDir = await privateFolder()
  const killed = await startElsewhere(dataDir)
  await sql(killed.url, `create table guests as select 'Ada' as name`)
  const busy = sql(killed.url, `select count(*) from generate_series(1, 20000000)`).catch(() => {})
  process.kill(killed.pid, 'SIGKILL')
  await killed.kill()
  const next = await startPostgres({ dataDir })
  expect(next.origin).toBe('started')
  expect(await sql(next.url, `select name from guests`)).toEqual(['Ada'])
  await busy
})

test('a folder written by another major version is refused in text', async () => {
  const dataDir = await privateFolder()
  const file = join(dataDir, 'postgres/cluster/PG_VERSION')
  expect(Number(await readFile(file, 'utf8'))).toBe(version)
  await writeFile(file, '17\n')
  await expect(startPostgres({ dataDir })).rejects.toThrow(
    'was written by PostgreSQL 17; this program brings PostgreSQL 18',
  )
})
