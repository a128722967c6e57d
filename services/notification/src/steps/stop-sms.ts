import type { Transaction } from 'kysely'
import type { Deps } from '../deps.ts'
import type { Database } from '../persistence/database.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as smsNumbers from '../persistence/sms-numbers.ts'
import * as stoppedNumbers from '../persistence/stopped-numbers.ts'

/** Nothing is texted to this number any more, nor what waits to be. */
export async function stopSms(
  { clock, linkSecret }: Pick<Deps, 'clock' | 'linkSecret'>,
  tx: Transaction<Database>,
  phone: string,
): Promise<void> {
  const phoneHash = stoppedNumbers.hashPhone(linkSecret, phone)
  await stoppedNumbers.insert(tx, phoneHash, clock())
  const people = await smsNumbers.findPeople(tx, phoneHash)
  await deliveries.stopSms(
    tx,
    people.map(({ personId }) => personId),
  )
}
