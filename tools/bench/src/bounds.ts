import { operations } from '@buy-locals/contracts/operations'
import { bookingsForBounds, callAtTheBounds } from '@buy-locals/torture/bounds/call-at-the-bounds'
import { fillToTheBounds } from '@buy-locals/torture/bounds/fill-to-the-bounds'
import { startTwoMarkets } from '@buy-locals/torture/two-markets/two-markets'
import type { Figures } from './measure.ts'

const most = { ms: 300, blockedMs: 150 }
const tries = 3

/** Every operation, behind a business and a person with ten thousand of everything and at every cap: how long it takes, and how long nobody else is answered. What is read has a limit for both, but for files of everything there is. */
export async function bounds(): Promise<Figures> {
  await using markets = await startTwoMarkets({ size: bookingsForBounds * tries })
  await markets.running.drain()
  await fillToTheBounds(markets)
  const figures: Figures = {}
  const over: string[] = []
  for (const [name, { ms, blockedMs }] of await callAtTheBounds(markets, { tries, enoughMs: 0 })) {
    figures[`${name} ms`] = Math.round(ms)
    figures[`${name} blocked ms`] = Math.round(blockedMs)
    if ((isPage(name) && ms > most.ms) || blockedMs > most.blockedMs) over.push(name)
  }
  if (over.length > 0) console.error(`Too slow: ${over.join(', ')}`)
  return { ...figures, over: over.length }
}

const files = ['downloadExport', 'listTransactions as a table']

function isPage(name: string): boolean {
  const operation = operations.find(({ id }) => id === name.split(' ')[0])
  return (operation?.method === 'get' || operation?.throttle === 'read') && !files.includes(name)
}
