import type { Transaction } from 'kysely'
import { scheduleAll } from '@buy-locals/service-kit/jobs'
import type { Deps } from '../deps.ts'
import { deviceRemovalJob } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'

/** The vendor forgets devices that were removed here. */
export async function forgetDevices(
  { clock }: Pick<Deps, 'clock'>,
  tx: Transaction<Database>,
  removed: readonly { address: string | null }[],
): Promise<void> {
  const runAt = clock()
  const jobs = removed.flatMap(({ address }) => (address ? [{ key: address, runAt, input: { address } }] : []))
  await scheduleAll(tx, deviceRemovalJob, jobs)
}
