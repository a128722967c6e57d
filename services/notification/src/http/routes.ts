import type { Router } from 'express'
import * as api from '@buy-locals/contracts/notification/operations'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import * as notifications from '../persistence/notifications.ts'

export function addRoutes(router: Router, deps: Deps): void {
  const { db, clock } = deps

  mount(router, api.listNotifications, deps, async ({ actor, query: { limit, cursor } }) => {
    const found = await notifications.listPage(db, actor.id, limit + 1, readIdCursor('notification', cursor))
    return { ...toPage(found, limit), unread: await notifications.countUnread(db, actor.id) }
  })

  mount(router, api.markNotificationsRead, deps, ({ actor }) => notifications.markRead(db, actor.id, clock()))
}
