import type { Router } from 'express'
import type { Kysely } from 'kysely'
import type { Database } from '../persistence/database.ts'
import * as shortLinks from '../persistence/short-links.ts'

/** Of an SMS. The page it leads to is shown to whoever may see it. */
export function addShortLinks(router: Router, db: Kysely<Database>): void {
  router.get('/s/:code', async (req, res, next) => {
    const { code } = req.params
    const path = /^[\w-]{8}$/.test(code) ? await shortLinks.findPath(db, code) : undefined
    if (path === undefined) return next()
    res.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).redirect(path)
  })
}
