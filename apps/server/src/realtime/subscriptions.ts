import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'

export type Subscription = {
  channel: string
  personId: Id<'person'>
  expiresAt: Temporal.Instant
  /** Confirmed to the client. Before that it handles nothing but can already be ended. */
  live: boolean
  hear(event: string): void
  end(message: string, because: 'UnauthorizedException' | 'Unauthorized'): void
}

/** All subscriptions of this process, found by channel. */
export function subscriptions() {
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
    /** A copy: ending one while walking is safe. */
    of: (channel: string): Subscription[] => [...(byChannel.get(channel) ?? [])],
    all: (): Subscription[] => [...byChannel.values()].flatMap((some) => [...some]),
  }
}

export type Subscriptions = ReturnType<typeof subscriptions>
