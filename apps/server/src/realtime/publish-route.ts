import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import { json, Router, type ErrorRequestHandler, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import { parseChannel, realtimeEvent } from '@buy-locals/contracts/realtime'
import type { HubDeps } from './hub-deps.ts'
import type { Limits } from './limits.ts'
import { bare, errors, parseJson, unauthorized } from './protocol.ts'

type Deps = Pick<HubDeps, 'authenticate' | 'publishToken'> & {
  limits: Limits
  publish(channel: string, events: string[]): Promise<void>
}

/** `POST /event {channel, events}` for our own publisher, answered as AppSync does. */
export function publishRoute({ authenticate, publishToken, limits, publish }: Deps): Router {
  const body = z.object({
    channel: z.string().refine((channel) => parseChannel(channel), 'Invalid Channel Format'),
    events: z.array(z.string()).min(1).max(limits.eventsPerPublish),
  })

  const onlyPublishers: RequestHandler = async (request, response, next) => {
    const token = bare(request.get('authorization') ?? '')
    if (publishToken && isSame(token, publishToken)) return next()
    if (token && (await authenticate(token))) {
      refuse(response, 403, errors('Unauthorized', 'Clients only subscribe'))
    } else refuse(response, 401, unauthorized())
  }

  const publishEvents: RequestHandler = async (request, response) => {
    const parsed = body.safeParse(request.body)
    if (!parsed.success) return refuse(response, 400, errors('BadRequestException', z.prettifyError(parsed.error)))
    const { channel, events } = parsed.data
    const checked = events.map((text, index) => ({
      text,
      identifier: randomUUID(),
      index,
      isEvent: realtimeEvent.safeParse(parseJson(text)).success,
    }))
    const valid = checked.filter(({ isEvent }) => isEvent)
    if (valid.length > 0)
      await publish(
        channel,
        valid.map(({ text }) => text),
      )
    response.json({
      successful: valid.map(({ identifier, index }) => ({ identifier, index })),
      failed: checked
        .filter(({ isEvent }) => !isEvent)
        .map(({ identifier, index }) => ({ identifier, index, code: 400, message: 'An event is {type, id, version}' })),
    })
  }

  return Router().post(
    '/event',
    onlyPublishers,
    json({ limit: limits.frameBytes, type: () => true }),
    publishEvents,
    badBody,
  )
}

const badBody: ErrorRequestHandler = (error: { status?: number; message: string }, _request, response, next) => {
  if (!error.status || error.status >= 500) return next(error)
  refuse(response, error.status, errors('BadRequestException', error.message))
}

/** AWS's clients read the kind of error from the header. */
function refuse(response: Response, status: number, body: ReturnType<typeof errors>) {
  response.status(status).set('x-amzn-errortype', body.errors[0].errorType).json(body)
}

const isSame = (received: string, expected: string) => timingSafeEqual(digest(received), digest(expected))
const digest = (text: string) => createHash('sha256').update(text).digest()
