import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { impatient } from '@buy-locals/service-kit/redis'
import type { FanOut, FanOutSubscriber, HubMessage } from './fan-out.ts'

const topic = 'realtime:messages'
const startMs = 2_000

type Message = HubMessage | { kind: 'gap' }

/** Resolves once it is subscribed, or when that takes too long: it is then subscribed as soon as Redis answers. */
export async function redisFanOut(url: string, publisher: Redis): Promise<FanOut> {
  const subscribers = new Set<FanOutSubscriber>()
  const listener = new Redis(url, { ...impatient, autoResubscribe: false })
  let hasOthersMissed = false

  const noticeGap = () => subscribers.forEach((subscriber) => subscriber.onGap())
  const dispatch = (message: HubMessage) => subscribers.forEach((subscriber) => subscriber.onMessage(message))
  const publish = (message: Message) =>
    publisher.publish(topic, JSON.stringify(message)).then(
      () => true,
      () => false,
    )
  const catchUp = async () => {
    if (hasOthersMissed && (await publish({ kind: 'gap' }))) hasOthersMissed = false
  }

  listener.on('error', () => {}) // whoever opened the publisher logs what becomes of Redis
  listener.on('message', (_topic, text) => {
    const message = JSON.parse(text) as Message
    if (message.kind === 'gap') noticeGap()
    else dispatch(message)
  })
  const onReady = () => void catchUp()
  publisher.on('ready', onReady)
  const subscribed = new Promise<void>((resolve) => {
    listener.on('ready', () => {
      listener.subscribe(topic).then(
        () => {
          noticeGap()
          resolve()
        },
        () => {}, // lost again; it comes back
      )
    })
  })
  await Promise.race([subscribed, setTimeout(startMs, undefined, { ref: false })])

  return {
    broadcast: async (message) => {
      await catchUp()
      if (!hasOthersMissed && (await publish(message))) return
      hasOthersMissed = true
      dispatch(message)
    },
    subscribe: (subscriber) => void subscribers.add(subscriber),
    close: async () => {
      subscribers.clear()
      publisher.off('ready', onReady)
      listener.disconnect()
    },
  }
}
