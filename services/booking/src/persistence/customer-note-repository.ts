import type { Kysely, Selectable, Transaction } from 'kysely'
import type { CustomerNote } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

type Tx = Transaction<Database>
type Business = Id<'business'>
export type OfCustomer = { businessId: Business; customerId: Id<'customer'> }

export async function ofCustomer(db: Kysely<Database>, customerId: Id<'customer'>): Promise<CustomerNote[]> {
  const rows = await db
    .selectFrom('customer_notes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(fromRow)
}

/** Whoever adds a note takes the customer, because two that are added at once would count the same rows. Undefined where it is no customer of the business. */
export async function countLocked(tx: Tx, { businessId, customerId }: OfCustomer): Promise<number | undefined> {
  const customer = await tx
    .selectFrom('customers')
    .select('id')
    .where('id', '=', customerId)
    .where('business_id', '=', businessId)
    .forUpdate()
    .executeTakeFirst()
  if (!customer) return undefined
  return (await tx.selectFrom('customer_notes').select('id').where('customer_id', '=', customerId).execute()).length
}

export async function insert(
  tx: Tx,
  customerId: Id<'customer'>,
  { id, text, version }: CustomerNote,
  writtenAt: Temporal.Instant,
): Promise<void> {
  const row = { id, customer_id: customerId, text, written_at: writtenAt, version }
  await tx.insertInto('customer_notes').values(row).execute()
}

type OfNote = OfCustomer & { noteId: Id<'customerNote'> }

export async function lock(tx: Tx, { businessId, customerId, noteId }: OfNote): Promise<CustomerNote | undefined> {
  const row = await tx
    .selectFrom('customer_notes as note')
    .innerJoin('customers', 'customers.id', 'note.customer_id')
    .selectAll('note')
    .where('note.id', '=', noteId)
    .where('customers.id', '=', customerId)
    .where('customers.business_id', '=', businessId)
    .forUpdate('note')
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function update(tx: Tx, { id, text, version }: CustomerNote): Promise<void> {
  await tx.updateTable('customer_notes').set({ text, version }).where('id', '=', id).execute()
}

export async function remove(tx: Tx, id: Id<'customerNote'>): Promise<void> {
  await tx.deleteFrom('customer_notes').where('id', '=', id).execute()
}

const fromRow = ({
  id,
  text,
  written_at: writtenAt,
  version,
}: Selectable<Database['customer_notes']>): CustomerNote => ({
  id: id as Id<'customerNote'>,
  text,
  writtenAt: toSecond(writtenAt),
  version,
})
