import { z } from 'zod'

/** AppSync Events, as its WebSocket clients speak it. */
export const subprotocol = 'aws-appsync-event-ws'
export const realtimePath = '/event/realtime'

const authorization = z.record(z.string(), z.unknown())
const operationId = z.string().regex(/^[\w+-]{1,128}$/)

const frame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connection_init') }),
  z.object({
    type: z.literal('subscribe'),
    id: operationId,
    channel: z.string(),
    authorization: authorization.optional(),
  }),
  z.object({ type: z.literal('unsubscribe'), id: operationId }),
  z.object({ type: z.literal('publish'), id: operationId }),
])
export type Frame = z.output<typeof frame>
export type Subscribe = Extract<Frame, { type: 'subscribe' }>

export type ErrorType =
  | 'BadRequestException'
  | 'DuplicatedOperationError'
  | 'LimitExceededError'
  | 'MaxSubscriptionsReachedError'
  | 'Unauthorized'
  | 'UnauthorizedException'
  | 'UnknownOperationError'
  | 'UnsupportedOperation'

export const errors = (errorType: ErrorType, message: string, errorCode?: number) => ({
  errors: [{ errorType, message, ...(errorCode && { errorCode }) }] as const,
})

export const unauthorized = (code?: number) =>
  errors('UnauthorizedException', 'You are not authorized to make this call.', code)

/** A frame, or what to answer to something that is none. */
export function readFrame(text: string): { frame: Frame } | { refusal: object } {
  const json = parseJson(text)
  if (json === undefined)
    return { refusal: { type: 'error', ...errors('BadRequestException', 'A frame is JSON text') } }
  const parsed = frame.safeParse(json)
  if (parsed.success) return { frame: parsed.data }
  const { type, id } = named.parse(json)
  if (!operationTypes.has(type)) {
    return {
      refusal: { type: 'error', id, ...errors('UnsupportedOperation', 'Not supported through the realtime channel') },
    }
  }
  return { refusal: { type: `${type}_error`, id, ...errors('BadRequestException', z.prettifyError(parsed.error)) } }
}

const operationTypes = new Set(['subscribe', 'unsubscribe', 'publish'])
const named = z
  .object({ type: z.string().catch(''), id: operationId.optional().catch(undefined) })
  .catch({ type: '', id: undefined })

/** The token in `header-<base64url of {host, Authorization}>`, one of the offered subprotocols. */
export function offeredToken(subprotocols: string | undefined): string | undefined {
  const header = subprotocols
    ?.split(',')
    .map((part) => part.trim())
    .find((part) => part.startsWith('header-'))
  if (!header) return undefined
  return tokenOf(parseJson(Buffer.from(header.slice('header-'.length), 'base64url').toString()))
}

export function tokenOf(authorized: unknown): string | undefined {
  const parsed = credentials.safeParse(authorized)
  return parsed.success ? bare(parsed.data.Authorization) : undefined
}
const credentials = z.object({ Authorization: z.string().min(1) })

export const bare = (authorizationHeader: string) => authorizationHeader.replace(/^Bearer /i, '')

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
