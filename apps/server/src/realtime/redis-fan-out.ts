import { Redis } from 'ioredis'
import type { FanOut, Hearer, Word } from './fan-out.ts'
import type { Log } from './hub.ts'

const topic = 'realtime:words'

/** Resolves once it handles. */
export async function redisFanOut(url: string, log: Log): Promise<FanOut> {
  const hearers = new Set<Hearer>()
  const speaker = new Redis(url, { maxRetriesPerRequest: 1 })
  const listener = new Redis(url, { autoResubscribe: false, maxRetriesPerRequest: null })
  for (const redis of [speaker, listener]) redis.on('error', (err) => log.warn({ err }, 'Redis fails the realtime hub'))
  listener.on('message', (_topic, text) => {
    const word = JSON.parse(text) as Word
    hearers.forEach((hearer) => hearer.word(word))
  })

  await new Promise<void>((resolve) => {
    listener.on('ready', () => {
      const listening = listener.subscribe(topic).then(() => {
        hearers.forEach((hearer) => hearer.gap())
        resolve()
      })
      listening.catch((err: unknown) => log.warn({ err }, 'Redis was lost again'))
    })
  })

  return {
    say: async (word) => void (await speaker.publish(topic, JSON.stringify(word))),
    hear: (hearer) => void hearers.add(hearer),
    close: async () => {
      hearers.clear()
      speaker.disconnect()
      listener.disconnect()
    },
  }
}
