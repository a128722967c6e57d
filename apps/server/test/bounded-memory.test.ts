import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import { startServer } from './support.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function usedMegabytes(): number {
  collectGarbage()
  collectGarbage()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

const letters = (n: number) =>
  n.toString(26).replaceAll(/./g, (digit) => 'abcdefghijklmnopqrstuvwxyz'[parseInt(digit, 26)] ?? '')
const zones = Intl.supportedValuesOf('timeZone')

/** Every header that reaches a key of something that is kept, with a value of its own. */
const headersOf = (n: number) => ({
  'accept-language': `en-${letters(n + 26 * 26).slice(0, 3)}, x${letters(n)};q=0.5`,
  'x-forwarded-for': `2001:db8:${n.toString(16)}::1`,
  'user-agent': `browser ${n}`,
  'x-request-id': `request-${n}`,
  'x-client': `client ${n}`,
  'x-app-version': `9.${n}.0`,
  'idempotency-key': `idempotency-${n}`,
  'if-none-match': `"${n}"`,
  'x-manage-token': `token-${n}`,
  cookie: `bl_access=a${n}.b.c; bl_refresh=refresh-${n}; bl_device=device-${n}; bl_manage=${newId('booking')}.token-${n}; theme=${n}`,
})

const queriesOf = (n: number) =>
  new URLSearchParams({
    near: `43.${String(n).padStart(5, '0')},-116.2`,
    radius: String(1_000 + n),
    q: `barber ${letters(n)}`,
    openAt: new Date(Date.UTC(2027, 0, 1) + n * 60_000).toISOString(),
    limit: String(1 + (n % 100)),
    timeZone: zones[n % zones.length] ?? 'UTC',
    [`unknown${n}`]: String(n),
  })

async function sendMany(times: number, send: (n: number) => Promise<Response>): Promise<Set<number>> {
  const statuses = new Set<number>()
  for (let n = 0; n < times; n += 50) {
    const responses = await Promise.all(Array.from({ length: 50 }, (_, at) => send(n + at)))
    for (const response of responses) {
      statuses.add(response.status)
      await response.arrayBuffer()
    }
  }
  return statuses
}

test('ten thousand different values of every header, cookie and query leave nothing in memory', async () => {
  await using server = await startServer({ TRUST_PROXY: 'loopback', PAYMENTS: 'off' })
  const config = (n: number) => fetch(`${server.url}/v1/config`, { headers: headersOf(n) })
  const search = (n: number) =>
    fetch(`${server.url}/v1/businesses?${queriesOf(n).toString()}`, { headers: headersOf(n) })
  await sendMany(500, config)
  await sendMany(200, search)
  const before = usedMegabytes()
  expect(await sendMany(10_000, (n) => config(n + 1_000))).toEqual(new Set([200]))
  const afterHeaders = usedMegabytes()
  expect([...(await sendMany(2_000, (n) => search(n + 1_000)))].every((status) => status < 500)).toBe(true)
  const after = usedMegabytes()
  expect(afterHeaders - before).toBeLessThan(15)
  expect(after - afterHeaders).toBeLessThan(15)
})
