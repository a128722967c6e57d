import type { Router } from 'express'
import { z } from 'zod'
import * as api from '@buy-locals/contracts/booking/operations'
import { readCursor, readIdCursor, toPage, writeCursor } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import * as reports from '../persistence/message-report-repository.ts'
import { decideMessageReport } from '../use-cases/decide-message-report.ts'
import { listMessages } from '../use-cases/list-messages.ts'
import { markMessagesRead } from '../use-cases/mark-messages-read.ts'
import { reportMessage } from '../use-cases/report-message.ts'
import { sendMessage } from '../use-cases/send-message.ts'
import { presentMessageReport } from './present.ts'

export function addThreadRoutes(router: Router, deps: Deps): void {
  mount(router, api.listMessages, deps, async ({ actor, params, query: { limit, cursor }, caller }) => {
    const before = readCursor(position, cursor)
    const requester = { actor, caller }
    const { next, ...listed } = await listMessages(deps, { ...params, requester, limit, before })
    return { ...listed, nextCursor: next === undefined ? undefined : writeCursor([next]) }
  })
  mount(router, api.sendMessage, deps, ({ actor, params, body, caller, reply }) =>
    sendMessage(deps, { ...params, ...body, requester: { actor, caller } }, (tx, message) => reply.keep(tx, message)),
  )
  mount(router, api.markMessagesRead, deps, ({ actor, params, body, caller }) =>
    markMessagesRead(deps, { ...params, ...body, requester: { actor, caller } }),
  )
  mount(router, api.reportMessage, deps, ({ actor, params, body, caller }) =>
    reportMessage(deps, { ...params, ...body, requester: { actor, caller } }),
  )
  mount(router, api.listReportedMessages, deps, async ({ params: { marketId }, query: { limit, cursor } }) => {
    const found = await reports.listOpen(deps.db, marketId, limit + 1, readIdCursor('messageReport', cursor))
    const { items, ...more } = toPage(found, limit)
    return { items: items.map(presentMessageReport), ...more }
  })
  mount(router, api.decideMessageReport, deps, ({ actor, params, body }) =>
    decideMessageReport(deps, { ...params, ...body, actor }),
  )
}

/** The number of the last message of the page before. */
const position = z.tuple([z.int().min(1).max(2_147_483_647)]).transform(([number]) => number)
