import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type LoadRequest = { path: string; method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string }

export type Load = {
  url: string
  /** At a time, each on its own connection. */
  clients: number
  /** Taken in turn; around again where there are more to send, unless each is sent once. */
  requests: LoadRequest[]
  once?: boolean
  /** Ends after so long, or when each was sent once. */
  seconds: number
  /** Responses of any status that have this text are counted. */
  contains?: string
}

export type Measured = {
  requests: number
  perSecond: number
  byStatus: Record<string, number>
  containing: Record<string, number>
  p50: number
  p99: number
  longest: number
  /** Of a body as it was sent, on average. */
  bytes: number
  /** How much of one core the generator itself used: near 1 it is what was measured. */
  generatorShare: number
}

const generator = fileURLToPath(import.meta.resolve('./generator.ts'))

/** Requests from a process of its own. */
export async function load(options: Load): Promise<Measured> {
  const child = fork(generator)
  child.send(options)
  const [measured] = (await Promise.race([once(child, 'message'), failure(child)])) as [Measured]
  await once(child, 'exit')
  return measured
}

async function failure(child: ReturnType<typeof fork>): Promise<never> {
  const [code] = await once(child, 'exit')
  throw new Error(`The load generator ended with ${code}`)
}
