import type { Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/person-repository.ts'
import { endAllSessions } from './end-session.ts'

type Tx = Transaction<Database>
type Chosen = {
  personId: Id<'person'>
  password: string
  /** By the transaction that the password was chosen in. */
  closed: people.Closed
  /** What makes the next try possible where the password could not be stored, and nobody chose another. */
  undo: (tx: Tx) => Promise<unknown>
  /** What goes with a password that is stored. */
  done?: (tx: Tx) => Promise<void>
  /** The session that goes on. */
  except?: Id<'session'> | undefined
}

/** No transaction spans a user pool: until the password is stored, none opens the account. Returns the version of the password, or nothing where another was chosen meanwhile: then nobody can tell which of them is stored, and none opens the account before a mailed link has set one. */
export async function storePassword(
  { db, clock, credentials }: Pick<Deps, 'db' | 'clock' | 'credentials'>,
  { personId, password, closed, undo, done, except }: Chosen,
): Promise<number | undefined> {
  await credentials.set(personId, password, clock()).catch(async (error: unknown) => {
    await db.transaction().execute(async (tx) => {
      const current = await people.lockPasswordVersion(tx, personId)
      if (current === closed.version) await undo(tx)
      else if (current !== undefined) await closeForBoth(tx) // what was lost may still arrive
    })
    throw error
  })
  const { version, isThere } = await db.transaction().execute(async (tx) => {
    const current = await people.lockPasswordVersion(tx, personId)
    if (current === undefined) return { version: undefined, isThere: false }
    if (current !== closed.version) {
      await closeForBoth(tx)
      return { version: undefined, isThere: true }
    }
    await endAllSessions(tx, clock(), personId, { except })
    await done?.(tx)
    return { version: await people.openPassword(tx, personId), isThere: true }
  })
  if (!isThere) await credentials.remove(personId)
  return version

  async function closeForBoth(tx: Tx): Promise<void> {
    await people.closePassword(tx, personId, 'two at once')
    await endAllSessions(tx, clock(), personId)
  }
}
