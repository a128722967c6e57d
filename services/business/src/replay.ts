import type { Deps } from './deps.ts'
import * as businesses from './persistence/business-repository.ts'
import * as markets from './persistence/market-repository.ts'
import { sayBusiness, sayMarket } from './say.ts'

const BATCH = 200

/** Says every market and every business again, as they are, with the versions they have. */
export async function replay({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const now = clock()
  const known = await markets.all(db)
  await db.transaction().execute(async (tx) => {
    for (const market of known) await sayMarket(tx, now, market)
  })
  let [said, last] = [known.length, '']
  for (;;) {
    const batch = await businesses.after(db, last, BATCH)
    if (batch.length === 0) return said
    await db.transaction().execute(async (tx) => {
      for (const business of batch) await sayBusiness(tx, now, business)
    })
    said += batch.length
    last = batch.at(-1)?.id ?? last
  }
}
