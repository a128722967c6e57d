import type { Envelope } from '@buy-locals/contracts/event'
import { businessChannel, personChannel } from '@buy-locals/contracts/realtime'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'

type Change = { id?: string; businessId: Id<'business'>; consumerId?: Id<'person'>; version: number }

/** Screens are told that something has changed, and read it for themselves. */
export async function pushChange({ push }: Deps, { type, data }: Envelope<Change>): Promise<void> {
  const { id, businessId, consumerId, version } = data
  const events = [{ type: type.replace(/\.v\d+$/, ''), id: id ?? businessId, version }]
  await push(businessChannel(businessId), events)
  if (consumerId) await push(personChannel(consumerId), events)
}
