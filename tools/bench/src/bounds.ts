import { fillToTheBounds } from '@buy-locals/torture/bounds/fill-to-the-bounds'
import { readAtTheBounds } from '@buy-locals/torture/bounds/read-at-the-bounds'
import { startTwoMarkets } from '@buy-locals/torture/two-markets/two-markets'
import type { Figures } from './measure.ts'

const most = { ms: 300, blockedMs: 150 }

/** Every operation that reads, behind a business and a person with ten thousand of everything: how long it takes, and how long nobody else is answered. */
export async function bounds(): Promise<Figures> {
  await using markets = await startTwoMarkets({ size: 4 })
  await markets.running.drain()
  await fillToTheBounds(markets)
  const figures: Figures = {}
  const over: string[] = []
  for (const [operation, { ms, blockedMs }] of await readAtTheBounds(markets, { tries: 5, enoughMs: 0 })) {
    figures[`${operation} ms`] = Math.round(ms)
    figures[`${operation} blocked ms`] = Math.round(blockedMs)
    if (ms > most.ms || blockedMs > most.blockedMs) over.push(operation)
  }
  if (over.length > 0) console.error(`Too slow: ${over.join(', ')}`)
  return { ...figures, over: over.length }
}
