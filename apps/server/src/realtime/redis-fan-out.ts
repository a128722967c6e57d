import { Redis } from 'ioredis'
import type { FanOut, FanOutSubscriber, HubMessage } from './fan-out.ts'
import type { Log } from './hub-deps.ts'

const topic = 'realtime:messages'

/** Resolves once it is subscribed. */
export async function redisFanOut(url: string, log: Log): Promise<FanOut> {
  const subscribers = new Set<FanOutSubscriber>()
  const publisher = new Redis(url, { maxRetriesPerRequest: 1 })
  const listener = new Redis(url, { autoResubscribe: false, maxRetriesPerRequest: null })
  for (const redis of [publisher, listener])
    redis.on('error', (err) => log.warn({ err }, 'Redis fails the realtime hub'))
  listener.on('message', (_topic, text) => {
    const message = JSON.parse(text) as HubMessage
    subscribers.forEach((subscriber) => subscriber.onMessage(message))
  })

  await new Promise<void>((resolve) => {
    listener.on('ready', () => {
      const listening = listener.subscribe(topic).then(() => {
        subscribers.forEach((subscriber) => subscriber.onGap())
        resolve()
      })
      listening.catch((err: unknown) => log.warn({ err }, 'Redis was lost again'))
    })
  })

  return {
    broadcast: async (message) => void (await publisher.publish(topic, JSON.stringify(message))),
    subscribe: (subscriber) => void subscribers.add(subscriber),
    close: async () => {
      subscribers.clear()
      publisher.disconnect()
      listener.disconnect()
    },
  }
}
