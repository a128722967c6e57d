import { timingSafeEqual } from 'node:crypto'
import { Router, type Request } from 'express'
import { sql, type Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import type { KitTables } from '@buy-locals/service-kit/kit-tables'
import type { Metrics } from '@buy-locals/service-kit/metrics'
import { isLoopback } from './config.ts'

type Options = { databases: ReadonlyMap<string, Kysely<KitTables>>; metrics: Metrics; token: string | undefined }

/** Is the process alive, can it serve, and how is it doing. */
export function healthAndMetrics({ databases, metrics, token }: Options): Router {
  const router = Router()
  router.get('/health/live', (_req, res) => void res.json({ status: 'ok' }))
  router.get('/health/ready', async (_req, res) => {
    const checks = [...databases].map(async ([name, db]) => [name, await isReachable(db)] as const)
    const states = Object.fromEntries(await Promise.all(checks))
    const isReady = Object.values(states).every(Boolean)
    res.status(isReady ? 200 : 503).json({ status: isReady ? 'ok' : 'waiting', services: states })
  })
  router.get('/metrics', async (req, res) => {
    if (!mayRead(req, token)) throw new Problem('not-found', 'There is no such thing')
    res.type(metrics.registry.contentType).send(await metrics.text())
  })
  return router
}

const isReachable = (db: Kysely<KitTables>): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )

/** From this machine itself, or with the token. */
function mayRead(req: Request, token: string | undefined): boolean {
  if (!token) return isLoopback((req.ip ?? '').replace('::ffff:', '')) && req.get('x-forwarded-for') === undefined
  const received = Buffer.from(req.get('authorization') ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return received.length === expected.length && timingSafeEqual(received, expected)
}
