import { membershipChanged, personErased } from '@buy-locals/contracts/auth/events'
import { listErased } from '@buy-locals/service-kit/erasure'
import { record } from '@buy-locals/service-kit/outbox'
import type { Deps } from '../deps.ts'
import * as members from '../persistence/member-repository.ts'
import * as people from '../persistence/person-repository.ts'
import { recordPerson } from '../steps/save-person.ts'

/** Publishes the current state again, with the versions it has. Returns how many events that were. */
export async function replay({ db, clock }: Deps): Promise<number> {
  const now = clock()
  let count = 0
  for await (const batch of people.all(db)) {
    await db.transaction().execute(async (tx) => {
      for (const person of batch) await recordPerson(tx, now, person)
    })
    count += batch.length
  }
  const erased = await listErased(db)
  await db.transaction().execute(async (tx) => {
    for (const person of erased) await record(tx, now, personErased, person.personId, person.version, person)
  })
  const memberships = await members.all(db)
  await db.transaction().execute(async (tx) => {
    for (const membership of memberships) {
      const { personId, scope, version } = membership
      await record(tx, now, membershipChanged, `${personId} ${scope}`, version, membership)
    }
  })
  return count + erased.length + memberships.length
}
