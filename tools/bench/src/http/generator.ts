import { Client, type Dispatcher } from 'undici'
import { quantile } from '../measure.ts'
import type { Load, LoadRequest, Measured } from './load.ts'

process.once('message', (options) => void generate(options as Load).then(report))

function report(measured: Measured): void {
  process.send?.(measured, () => process.disconnect())
}

type Received = { status: number; bytes: number; text: string }

async function generate({ url, clients, requests, once = false, seconds, contains }: Load): Promise<Measured> {
  const times: number[] = []
  const [byStatus, containing]: Record<string, number>[] = [{}, {}]
  let [next, bytes] = [0, 0]
  const own = process.cpuUsage()
  const began = performance.now()
  const until = began + seconds * 1000
  const work = async () => {
    const client = new Client(url, { pipelining: 1, bodyTimeout: 60_000, headersTimeout: 60_000 })
    while (performance.now() < until && !(once && next >= requests.length)) {
      const request = requests[next++ % requests.length]
      if (!request) break
      const sent = performance.now()
      const received = await send(client, request, contains !== undefined)
      times.push(performance.now() - sent)
      bytes += received.bytes
      add(byStatus, received.status)
      if (contains !== undefined && received.text.includes(contains)) add(containing, received.status)
    }
    await client.close()
  }
  await Promise.all(Array.from({ length: clients }, work))
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(own)
  return {
    requests: times.length,
    perSecond: times.length / (ms / 1000),
    byStatus: byStatus ?? {},
    containing: containing ?? {},
    p50: quantile(0.5, times),
    p99: quantile(0.99, times),
    longest: Math.max(...times),
    bytes: bytes / times.length,
    generatorShare: (user + system) / 1000 / ms,
  }
}

function add(counts: Record<string, number> | undefined, status: number): void {
  if (counts) counts[status] = (counts[status] ?? 0) + 1
}

/** Without promises and streams of the body: those cost more than what is measured. A connection that breaks counts as status 0. */
function send(client: Client, { path, method = 'GET', headers, body }: LoadRequest, keepsText: boolean) {
  return new Promise<Received>((resolve) => {
    const received: Received = { status: 0, bytes: 0, text: '' }
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: () => {},
      onResponseStart: (_controller, status) => {
        received.status = status
      },
      onResponseData: (_controller, chunk) => {
        received.bytes += chunk.length
        if (keepsText) received.text += chunk.toString()
      },
      onResponseEnd: () => resolve(received),
      onResponseError: () => resolve({ ...received, status: 0 }),
    }
    const sent = { 'accept-encoding': keepsText ? 'identity' : 'gzip, deflate, br, zstd', ...headers }
    client.dispatch({ path, method, headers: sent, body: body ?? null }, handler)
  })
}
