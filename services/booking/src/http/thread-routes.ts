import type { Router } from 'express'
import { z } from 'zod'
import * as api from '@buy-locals/contracts/booking/operations'
import { readCursor, writeCursor } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import { listMessages } from '../use-cases/list-messages.ts'
import { markMessagesRead } from '../use-cases/mark-messages-read.ts'
import { sendMessage } from '../use-cases/send-message.ts'

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
}

/** The number of the last message of the page before. */
const position = z.tuple([z.int().min(1).max(2_147_483_647)]).transform(([number]) => number)
