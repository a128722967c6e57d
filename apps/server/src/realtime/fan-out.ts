import type { ServiceName } from '@buy-locals/contracts/operation'
import type { Duty } from '@buy-locals/service-kit/added-work'

/** What every process must receive, because any of them may hold the subscriber's connection, a copy of what has changed, or the worker. */
export type HubMessage =
  | { kind: 'events'; channel: string; events: string[] }
  | { kind: 'session-ended'; sessionId: string }
  | { kind: 'person-erased'; personId: string }
  /** What was read of these is not to be shown any more. */
  | { kind: 'copies-outdated'; subjects: string[] }
  /** There is something to publish or to run, on whichever machine a worker is. */
  | { kind: 'work-committed'; service: ServiceName; duties: readonly Duty[] }

export type FanOutSubscriber = {
  onMessage(message: HubMessage): void
  /** Messages may have been missed. */
  onGap(): void
}

export type FanOut = {
  /** Where the other processes cannot be reached, this one's own subscribers receive it alone, and the others learn later that they missed something. */
  broadcast(message: HubMessage): Promise<void>
  subscribe(subscriber: FanOutSubscriber): void
  close(): Promise<void>
}

export function inProcessFanOut(): FanOut {
  const subscribers = new Set<FanOutSubscriber>()
  return {
    broadcast: async (message) => subscribers.forEach((subscriber) => subscriber.onMessage(message)),
    subscribe: (subscriber) => void subscribers.add(subscriber),
    close: async () => subscribers.clear(),
  }
}
