import { copyFile, cp, mkdir, mkdtemp, opendir, readdir, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { copyCluster } from '@buy-locals/embedded-postgres/cluster-copy'
import { ignoreMissing } from '@buy-locals/embedded-postgres/postgres-binaries'
import { startPostgres, version } from '@buy-locals/embedded-postgres/embedded-postgres'
import { manifest, manifestName, pack } from './backup-file.ts'

type Options = { dataDir: string; databaseUrl: string | undefined; file: string }

/** Everything in DATA_DIR at one moment, whether or not a server runs on it. */
export async function createBackup({ dataDir, databaseUrl, file }: Options): Promise<void> {
  const from = resolve(dataDir)
  if (!existsSync(join(from, 'secrets.json'))) throw new Error(`${from} holds nothing of Buy Locals: set DATA_DIR`)
  const to = await mkdtemp(join(dirname(resolve(file)), '.buy-locals-backup-'))
  try {
    const hasCluster = databaseUrl === undefined
    if (hasCluster) await copyPostgres(from, to)
    // After the database, so that whatever that speaks of is there.
    for (const entry of await readdir(from)) await copyEntry(entry, from, to)
    const written = manifest.parse({ kind: 'buy-locals backup', ...(hasCluster && { postgres: version }) })
    await writeFile(join(to, manifestName), JSON.stringify(written))
    await pack(to, resolve(file))
  } finally {
    await rm(to, { recursive: true })
  }
}

async function copyPostgres(from: string, to: string): Promise<void> {
  await mkdir(join(to, 'postgres'))
  await cp(join(from, 'postgres/password'), join(to, 'postgres/password'))
  const postgres = await startPostgres({ dataDir: from })
  try {
    await copyCluster(postgres.url, join(from, 'postgres/cluster'), join(to, 'postgres/cluster'))
  } finally {
    await postgres.stop()
  }
}

async function copyEntry(entry: string, from: string, to: string): Promise<void> {
  if (entry === 'postgres' || entry === 'server.json' || entry.startsWith('start.log') || entry.endsWith('.unfinished'))
    return
  if (entry === 'media') return copyMedia(join(from, entry), join(to, entry))
  await cp(join(from, entry), join(to, entry), { recursive: true, filter: (path) => !runtimeFile.test(path) })
  if (entry === 'stripe') copyBooks(join(from, 'stripe/books.sqlite'), join(to, 'stripe/books.sqlite'))
}

/** A server at work adds and removes files. What the copied database speaks of stays for an hour after it is deleted. */
async function copyMedia(from: string, to: string): Promise<void> {
  for await (const entry of await opendir(from, { recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    const inside = relative(from, path)
    if (!entry.isFile() || inside.startsWith('unfinished')) continue
    await mkdir(dirname(join(to, inside)), { recursive: true })
    await copyFile(path, join(to, inside)).catch(ignoreMissing)
  }
}

/** The simulator's books are copied by SQLite itself; its process and log are of that machine. */
const runtimeFile = /\/stripe\/(books\.sqlite(-\w+)?|process\.json|log)$/

function copyBooks(from: string, to: string): void {
  if (!existsSync(from)) return
  const books = new DatabaseSync(from, { timeout: 10_000 })
  books.prepare('vacuum into ?').run(to)
  books.close()
}
