import type { membershipChanged } from '@buy-locals/contracts/auth/events'
import type { DataOf, Envelope } from '@buy-locals/contracts/event'
import { businessChannel, membersChanged, personChannel } from '@buy-locals/contracts/realtime'
import { id as idOf, type Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as epochs from '../persistence/realtime-epochs.ts'

type Change = { id?: string; businessId: Id<'business'>; consumerId?: Id<'person'>; version: number }

/** Screens are told that something has changed, and read it for themselves. All are told at once: each may wait for every process that has screens. */
export async function pushChanges({ db, push }: Deps, changes: readonly Envelope<Change>[]): Promise<void> {
  const epochOf = await epochs.findAll(db, [...new Set(changes.map(({ data }) => data.businessId))])
  const pushes = changes.flatMap(({ type, data: { id, businessId, consumerId, version } }) => {
    const events = [{ type: type.replace(/\.v\d+$/, ''), id: id ?? businessId, version }]
    const ofBusiness = businessChannel(businessId, epochOf.get(businessId) ?? 0)
    const channels = consumerId ? [ofBusiness, personChannel(consumerId)] : [ofBusiness]
    return channels.map((channel) => push(channel, events))
  })
  await Promise.all(pushes)
}

/** From now on the former channel is silent. Its last event sends those who still belong there to the new one, where somebody may listen already and have missed what was pushed to the former. */
export async function pushMembershipEnd(
  { db, push }: Deps,
  { data: { scope, role, epoch } }: Envelope<DataOf<typeof membershipChanged>>,
): Promise<void> {
  const business = idOf('business').safeParse(scope)
  if (!business.success || epoch === undefined) return
  await epochs.raiseTo(db, business.data, epoch)
  if (role !== null || epoch === 0) return
  const events = [{ type: membersChanged, id: business.data, version: epoch }]
  for (const channel of [epoch - 1, epoch]) await push(businessChannel(business.data, channel), events)
}
