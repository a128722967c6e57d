import type { Router } from 'express'
import * as api from '@buy-locals/contracts/notification/operations'
import { Problem } from '@buy-locals/contracts/problem'
import { id } from '@buy-locals/values/ids'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import * as notifications from '../persistence/notifications.ts'

export function addRoutes(router: Router, deps: Deps): void {
  const { db, clock, clientConfig } = deps

  mount(router, api.listNotifications, deps, async ({ actor, query: { limit, cursor } }) => {
    const page = await notifications.pageOf(db, actor.id, limit + 1, cursor && after(cursor))
    const items = page.slice(0, limit)
    const last = items.at(-1)
    return {
      items,
      unread: await notifications.unread(db, actor.id),
      ...(page.length > limit && last && { nextCursor: last.id }),
    }
  })

  mount(router, api.markNotificationsRead, deps, ({ actor }) => notifications.markRead(db, actor.id, clock()))

  mount(router, api.readConfig, deps, async () => clientConfig)
}

function after(cursor: string): string {
  const known = id('notification').safeParse(cursor)
  if (known.success) return known.data
  throw new Problem('invalid-request', 'This is no cursor', {
    errors: [{ pointer: '/query/cursor', detail: 'take it from nextCursor' }],
  })
}
