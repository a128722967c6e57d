import { setTimeout } from 'node:timers/promises'
import type { Envelope } from '@buy-locals/contracts/event'
import { deliver, type Consumer } from './inbox.ts'
import type { Log } from './log.ts'
import type { Publish } from './outbox.ts'

export type Bus = {
  /** An event counts as published when every consumer has stored its effect; the others come again from the outbox. */
  publish: Publish
  connect(consumers: readonly Consumer[]): void
  /** How long delivery takes: nothing may rely on its being fast. */
  delayBy(milliseconds: number): void
}

const concurrency = 8 // enough to keep two cores busy, few enough to leave connections to requests

/** From every service's outbox to every service's inbox, within one process. */
export function inProcessBus({ log, delayMs = 0 }: { log: Log; delayMs?: number }): Bus {
  const subscribed: Consumer[] = []
  let delay = delayMs
  const tryDeliver = async (event: Envelope): Promise<boolean> => {
    if (delay > 0) await setTimeout(delay)
    try {
      await deliver(subscribed, event)
      return true
    } catch (error) {
      log.error({ err: error, event: event.id, type: event.type }, 'event not stored')
      return false
    }
  }
  return {
    connect: (consumers) => void subscribed.push(...consumers),
    delayBy: (milliseconds) => {
      delay = milliseconds
    },
    publish: async (events) => {
      const waiting = [...events]
      const stored: Envelope['id'][] = []
      const work = async () => {
        for (let event = waiting.shift(); event; event = waiting.shift())
          if (await tryDeliver(event)) stored.push(event.id)
      }
      await Promise.all(Array.from({ length: delay > 0 ? events.length : concurrency }, work))
      return stored
    },
  }
}
