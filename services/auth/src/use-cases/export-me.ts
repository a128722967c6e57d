import { setImmediate } from 'node:timers/promises'
import { linkRequested } from '@buy-locals/contracts/auth/events'
import { Problem } from '@buy-locals/contracts/problem'
import type { PersonExport } from '@buy-locals/service-kit/export'
import { schedule } from '@buy-locals/service-kit/jobs'
import { record } from '@buy-locals/service-kit/outbox'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { exportJob } from '../jobs.ts'
import * as exports from '../persistence/exports.ts'
import * as people from '../persistence/person-repository.ts'

export async function requestExport(deps: Deps, personId: Id<'person'>): Promise<void> {
  const { db, clock, throttle, limits } = deps
  await throttle.consume('export', personId, limits.mailsToOneAddress)
  const now = clock()
  await db.transaction().execute(async (tx) => {
    await exports.request(tx, personId, now)
    await schedule(tx, exportJob, personId, now, { personId })
  })
}

/** Asks every service, stores what they have for a week, and mails that it is ready. The mail has no secret: the file opens to whoever is signed in as this person. */
export async function makeExport(
  { db, clock, collectExports }: Pick<Deps, 'db' | 'clock' | 'collectExports'>,
  personId: Id<'person'>,
): Promise<void> {
  const parts = await collectExports(personId)
  const now = clock()
  const content = await writeJson(toSecond(now), parts)
  await db.transaction().execute(async (tx) => {
    if (!(await people.find(tx, personId))) return // erased in the meantime
    if (!(await exports.store(tx, personId, content, now))) return
    const link = { kind: 'export-ready' as const, personId, version: now.epochMilliseconds }
    await record(tx, now, linkRequested, personId, link.version, link)
  })
}

const atOnce = 500

/** As JSON.stringify of it all, but the years of a busy person are megabytes: others are answered in between. */
async function writeJson(exportedAt: string, parts: Record<string, PersonExport>): Promise<string> {
  const written = [`"exportedAt":${JSON.stringify(exportedAt)}`]
  for (const [service, part] of Object.entries(parts)) {
    const kinds: string[] = []
    for (const [kind, value] of Object.entries(part))
      if (value !== undefined) kinds.push(`${JSON.stringify(kind)}:${await writeList(value)}`)
    written.push(`${JSON.stringify(service)}:{${kinds.join(',')}}`)
  }
  return `{${written.join(',')}}`
}

async function writeList(value: unknown): Promise<string> {
  if (!Array.isArray(value) || value.length <= atOnce) return JSON.stringify(value)
  const written: string[] = []
  for (let from = 0; from < value.length; from += atOnce) {
    written.push(JSON.stringify(value.slice(from, from + atOnce)).slice(1, -1))
    await setImmediate()
  }
  return `[${written.join(',')}]`
}

export async function readExport({ db, clock }: Pick<Deps, 'db' | 'clock'>, personId: Id<'person'>) {
  const found = await exports.findStatus(db, personId, clock())
  if (!found) throw noExport()
  const { requested_at: requestedAt, ready_at: readyAt } = found
  return {
    requestedAt: toSecond(requestedAt),
    ...(readyAt && { readyAt: toSecond(readyAt), expiresAt: toSecond(exports.expiryOf(requestedAt)) }),
  }
}

/** As JSON. */
export async function readExportFile(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  personId: Id<'person'>,
): Promise<string> {
  const content = await exports.findContent(db, personId, clock())
  if (!content) throw noExport()
  return content
}

const noExport = () => new Problem('not-found', 'There is no file: ask for it first')
