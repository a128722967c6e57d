import { timingSafeEqual } from 'node:crypto'
import { Router, type Request } from 'express'
import { sql, type Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import { contentType } from '@buy-locals/service-kit/metrics'
import { isLoopback } from './config.ts'
import { within } from './lifetime.ts'
import type { Readiness } from './readiness.ts'

type Options = {
  databases: ReadonlyMap<string, Kysely<KitTables>>
  readiness: Readiness
  readMetrics(): Promise<string>
  token: string | undefined
}

/** Is the process alive, can it serve all that it promises, and how is it doing. */
export function healthAndMetrics({ databases, readiness, readMetrics, token }: Options): Router {
  const router = Router()
  router.get('/health/live', (_req, res) => void res.json({ status: 'ok' }))
  router.get('/health/ready', async (_req, res) => {
    const checks = [...databases].map(async ([name, db]) => [name, await isReachable(db)] as const)
    const states = Object.fromEntries(await Promise.all(checks))
    const awaited = readiness.awaited()
    const isReady = awaited.length === 0 && Object.values(states).every(Boolean)
    if (!isReady) res.set('retry-after', '2')
    res.status(isReady ? 200 : 503).set('cache-control', 'no-store')
    res.json({ status: isReady ? 'ok' : 'waiting', awaited, services: states })
  })
  router.get('/metrics', async (req, res) => {
    if (!mayRead(req, token)) throw new Problem('not-found', 'There is no such thing')
    res.type(contentType).send(await readMetrics())
  })
  return router
}

/** Whoever asks wants an answer now, also where the database gives none. */
const isReachable = (db: Kysely<KitTables>): Promise<boolean> =>
  within(2_000, sql`select 1`.execute(db)).catch(() => false)

/** From this machine itself, or with the token. */
function mayRead(req: Request, token: string | undefined): boolean {
  if (!token) return isLoopback((req.ip ?? '').replace('::ffff:', '')) && req.get('x-forwarded-for') === undefined
  const received = Buffer.from(req.get('authorization') ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return received.length === expected.length && timingSafeEqual(received, expected)
}
