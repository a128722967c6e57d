import type { Router } from 'express'
import type { Deps } from '../deps.ts'
import { unsubscribePath } from '../unsubscribe-token.ts'
import { unsubscribe } from '../use-cases/unsubscribe.ts'

/** Mail programs post to the address that is in the mail (RFC 8058), without a session. Read, it is the page of the site, which changes nothing until somebody presses. */
export function addOneClick(router: Router, deps: Deps): void {
  router.post(`${unsubscribePath}/:token`, async (req, res) => {
    await unsubscribe(deps, req.params.token)
    res.set('cache-control', 'no-store').sendStatus(204)
  })
}
