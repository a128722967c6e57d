import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'

export type Subscription = {
  channel: string
  personId: Id<'person'>
  sessionId: Id<'session'> | undefined
  expiresAt: Temporal.Instant
  /** At once, or when the subscription is confirmed to the client. */
  deliver(event: string): void
  end(message: string, errorType: 'UnauthorizedException' | 'Unauthorized'): void
}

/** All subscriptions of this process, found by channel. */
export function createSubscriptions() {
  const byChannel = new Map<string, Set<Subscription>>()
  return {
    add(subscription: Subscription) {
      const others = byChannel.get(subscription.channel)
      if (others) others.add(subscription)
      else byChannel.set(subscription.channel, new Set([subscription]))
    },
    remove(subscription: Subscription) {
      const others = byChannel.get(subscription.channel)
      others?.delete(subscription)
      if (others?.size === 0) byChannel.delete(subscription.channel)
    },
    /** A copy, so that ending one while iterating is safe. */
    of: (channel: string): Subscription[] => [...(byChannel.get(channel) ?? [])],
    all: (): Subscription[] => [...byChannel.values()].flatMap((some) => [...some]),
  }
}

export type Subscriptions = ReturnType<typeof createSubscriptions>
