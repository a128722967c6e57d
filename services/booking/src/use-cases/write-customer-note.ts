import type { Transaction } from 'kysely'
import { maxNotesPerCustomer, type CustomerNote } from '@buy-locals/contracts/booking/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { newId, type Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { notFound } from '../domain/not-found.ts'
import { refuseStale } from '../domain/service-rules.ts'
import * as notes from '../persistence/customer-note-repository.ts'
import type { Database } from '../persistence/database.ts'

/** `keep` stores the response with it. */
export async function addCustomerNote(
  { db, clock }: Deps,
  { text, ...ofCustomer }: notes.OfCustomer & { text: string },
  keep: (tx: Transaction<Database>, note: CustomerNote) => Promise<void>,
): Promise<CustomerNote> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const count = await notes.countLocked(tx, ofCustomer)
    if (count === undefined) throw notFound('customer', ofCustomer.customerId)
    if (count >= maxNotesPerCustomer) {
      const detail = `A customer has at most ${maxNotesPerCustomer} notes`
      throw new Problem('limit-reached', detail, { rule: 'max-notes', max: maxNotesPerCustomer })
    }
    const note: CustomerNote = { id: newId('customerNote'), text, writtenAt: toSecond(now), version: 1 }
    await notes.insert(tx, ofCustomer.customerId, note, now)
    await keep(tx, note)
    return note
  })
}

type OfNote = notes.OfCustomer & { noteId: Id<'customerNote'> }

export async function changeCustomerNote(
  { db }: Deps,
  { text, readVersion, ...ofNote }: OfNote & { text: string; readVersion: number },
): Promise<CustomerNote> {
  return db.transaction().execute(async (tx) => {
    const before = await notes.lock(tx, ofNote)
    if (!before) throw notFound('customer note', ofNote.noteId)
    refuseStale(before, readVersion)
    const note = { ...before, text, version: before.version + 1 }
    await notes.update(tx, note)
    return note
  })
}

export async function deleteCustomerNote({ db }: Deps, ofNote: OfNote): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!(await notes.lock(tx, ofNote))) throw notFound('customer note', ofNote.noteId)
    await notes.remove(tx, ofNote.noteId)
  })
}
