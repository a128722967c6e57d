import type { Transaction } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Move } from '../credentials.ts'
import type { Deps } from '../deps.ts'
import type { Database } from '../persistence/database.ts'
import * as people from '../persistence/person-repository.ts'
import { endAllSessions } from './end-session.ts'

type StoreDeps = Pick<Deps, 'db' | 'clock' | 'credentials'>
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
  deps: StoreDeps,
  { personId, password, closed, undo, done, except }: Chosen,
): Promise<number | undefined> {
  const { db, clock, credentials } = deps
  await credentials.set(personId, password, clock()).catch(async (error: unknown) => {
    await db.transaction().execute(async (tx) => {
      const current = await people.lockPasswordVersion(tx, personId)
      if (current === closed.version) await undo(tx)
      else if (current !== undefined) await closeForBoth(deps, tx, personId) // what was lost may still arrive
    })
    throw error
  })
  const { version, isThere } = await db.transaction().execute(async (tx) => {
    const current = await people.lockPasswordVersion(tx, personId)
    if (current === undefined) return { version: undefined, isThere: false }
    if (current !== closed.version) {
      await closeForBoth(deps, tx, personId)
      return { version: undefined, isThere: true }
    }
    await endAllSessions(tx, clock(), personId, { except })
    await done?.(tx)
    return { version: await people.openPassword(tx, personId), isThere: true }
  })
  if (!isThere) await credentials.remove(personId)
  return version
}

/** Of whoever has just shown it. One that is chosen meanwhile may have been overwritten by it, also where the response was lost: then none opens the account, as above. */
export async function movePassword(
  deps: StoreDeps,
  { personId, version }: people.OpenAccount,
  move: Move,
): Promise<void> {
  const closeIfReplaced = async () => {
    const current = await deps.db.transaction().execute(async (tx) => {
      const locked = await people.lockPasswordVersion(tx, personId)
      if (locked !== undefined && locked !== version) await closeForBoth(deps, tx, personId)
      return locked
    })
    if (current === undefined) await deps.credentials.remove(personId)
  }
  const isWritten = await move().catch(async (error: unknown) => {
    await closeIfReplaced()
    throw error
  })
  if (isWritten) await closeIfReplaced()
}

async function closeForBoth({ clock }: Pick<Deps, 'clock'>, tx: Tx, personId: Id<'person'>): Promise<void> {
  await people.closePassword(tx, personId, 'two at once')
  await endAllSessions(tx, clock(), personId)
}
