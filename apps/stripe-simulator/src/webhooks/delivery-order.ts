import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { changeSetting, setting } from '../books/database.ts'

export const deliveryOrder = z.strictObject({
  mode: z.enum(['ordered', 'reverse', 'shuffle', 'hold']).default('ordered'),
  delayMs: z.int().min(0).max(3_600_000).default(0),
  twice: z.boolean().default(false),
})
export type DeliveryOrder = z.infer<typeof deliveryOrder>

/** Out of order needs something to reorder: what happens within one window is sent together. */
const window = 300

export const orderOf = (db: DatabaseSync): DeliveryOrder =>
  deliveryOrder.parse(JSON.parse(setting(db, 'delivery-order') ?? '{}'))

export const changeOrder = (db: DatabaseSync, order: DeliveryOrder): void =>
  changeSetting(db, 'delivery-order', JSON.stringify(order))

export function dueAt({ mode, delayMs }: DeliveryOrder, nowMs: number): number | null {
  if (mode === 'hold') return null
  if (mode === 'ordered') return nowMs + delayMs
  const gathered = Math.max(delayMs, window)
  return Math.ceil((nowMs + gathered) / gathered) * gathered
}

export const sortBy: Record<DeliveryOrder['mode'], string> = {
  ordered: 'due_ms, position',
  hold: 'due_ms, position',
  reverse: 'position desc',
  shuffle: 'random()',
}
