import { setTimeout } from 'node:timers/promises'
import { createDelivery } from './delivery.ts'
import type { Consumer } from './inbox.ts'
import type { Log } from './log.ts'
import type { Publish } from './outbox.ts'

export type Bus = {
  /** An event counts as published when every consumer has stored its effect; the others come again from the outbox. */
  publish: Publish
  connect(consumers: readonly Consumer[]): void
  /** How long delivery takes: nothing may rely on its being fast. */
  delayBy(milliseconds: number): void
}

type Settings = { log: Log; delayMs?: number; patienceMs?: number; maxTries?: number }

/** From every service's outbox to every service's inbox, within one process. */
export function inProcessBus({ delayMs = 0, ...settings }: Settings): Bus {
  const subscribed: Consumer[] = []
  const deliver = createDelivery(settings)
  let delay = delayMs
  return {
    connect: (consumers) => void subscribed.push(...consumers),
    delayBy: (milliseconds) => {
      delay = milliseconds
    },
    publish: async (events, goOn) => {
      if (delay > 0) await setTimeout(delay)
      return deliver(subscribed, events, goOn)
    },
  }
}
