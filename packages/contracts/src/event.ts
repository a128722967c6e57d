import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'

/** Named in the past tense and with its version; carries everything that a consumer needs, so that none has to call back. */
export type EventType<T extends z.ZodType = z.ZodType> = { type: string; data: T }

export const eventType = <const N extends `${string}.v${number}`, T extends z.ZodType>(type: N, data: T) => ({
  type,
  data,
})

export type DataOf<E extends EventType> = z.output<E['data']>

export type Envelope<D = unknown> = {
  id: `evt_${string}`
  type: string
  /** What the event is about. `sequence` is its version: consumers drop events older than the newest they have handled. */
  subject: string
  sequence: number
  at: string
  correlationId?: string | undefined
  data: D
}

export const envelope = z.object({
  id: id('event'),
  type: z.string().max(80),
  subject: z.string().max(200),
  sequence: z.int().min(0),
  at: instant,
  correlationId: z.string().max(80).optional(),
  data: z.unknown(),
})
