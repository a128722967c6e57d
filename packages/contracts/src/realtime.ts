import { z } from 'zod'
import type { Id } from '@buy-locals/values/ids'

/** What is said aloud: that something is as of this version, never what it says. */
export const realtimeEvent = z.strictObject({
  type: z.string().min(1).max(80),
  id: z.string().min(1).max(80),
  version: z.int().min(0),
})
export type RealtimeEvent = z.output<typeof realtimeEvent>

/** A membership of the business has ended. Its version is the epoch of the channel that is current since then. */
export const membersChanged = 'business.members-changed'

export const personChannel = (personId: Id<'person'>) => `/person/${segment(personId)}` as const

/** The epoch comes with the realtime token and is raised when a membership ends. Without one it names the business to a client or hub that knows the epoch itself. */
export const businessChannel = (businessId: Id<'business'>, epoch?: number) =>
  `/business/${segment(businessId)}${epoch === undefined ? '' : `/${epoch}`}` as const

export type Audience = { personId: Id<'person'> } | { businessId: Id<'business'>; epoch: number | undefined }

/** Whom a channel is for; undefined where there is no such channel. */
export function parseChannel(channel: string): Audience | undefined {
  const pattern = /^\/?(?:person\/(?<person>[A-Za-z0-9-]{1,50})|business\/(?<business>[A-Za-z0-9-]{1,50})(?:\/(?<epoch>0|[1-9]\d{0,8}))?)$/ // prettier-ignore
  const { person, business, epoch } = pattern.exec(channel)?.groups ?? {}
  if (person) return { personId: person.replaceAll('-', '_') as Id<'person'> }
  if (!business) return undefined
  const businessId = business.replaceAll('-', '_') as Id<'business'>
  return { businessId, epoch: epoch === undefined ? undefined : Number(epoch) }
}

/** AppSync knows no underscore in a channel's name; our ids have exactly one and no dash. */
const segment = (id: string) => id.replaceAll('_', '-')
