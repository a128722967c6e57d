import { z } from 'zod'
import type { Id } from '@buy-locals/values/ids'

/** What is said aloud: that something is as of this version, never what it says. */
export const realtimeEvent = z.strictObject({
  type: z.string().min(1).max(80),
  id: z.string().min(1).max(80),
  version: z.int().min(0),
})
export type RealtimeEvent = z.output<typeof realtimeEvent>

export const personChannel = (personId: Id<'person'>) => `/person/${segment(personId)}` as const
export const businessChannel = (businessId: Id<'business'>) => `/business/${segment(businessId)}` as const

export type Audience = { personId: Id<'person'> } | { businessId: Id<'business'> }

/** Whom a channel is for; undefined where there is no such channel. */
export function parseChannel(channel: string): Audience | undefined {
  const [, of, name] = /^\/?(person|business)\/([A-Za-z0-9-]{1,50})$/.exec(channel) ?? []
  if (!of || !name) return undefined
  const id = name.replaceAll('-', '_')
  return of === 'person' ? { personId: id as Id<'person'> } : { businessId: id as Id<'business'> }
}

/** AppSync knows no underscore in a channel's name; our ids have exactly one and no dash. */
const segment = (id: string) => id.replaceAll('_', '-')
