import { sql, type RawBuilder, type Transaction } from 'kysely'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Database } from './database.ts'
import type { Guest } from './people.ts'

type Tx = Transaction<Database>
type Business = Id<'business'>

export const selectPerson = (id: Id<'person'>): RawBuilder<unknown> =>
  sql`select id, kind, name, email, email_verified, phone from people where id = ${id}`

/** Who is stored in the same statement, and so is not in the table yet. */
export const selectGuest = ({ id, name, email, phone }: Guest): RawBuilder<unknown> => sql`
  select ${id}::text as id, 'guest' as kind, ${name}::text as name, ${email ?? null}::text as email,
    false as email_verified, ${phone ?? null}::text as phone`

const keyOf = (person: string) => {
  const columns = ['id', 'kind', 'email', 'email_verified', 'phone', 'name'].map((name) => sql.ref(`${person}.${name}`))
  return sql`customer_key(${sql.join(columns)})`
}

/** Whoever books is one customer of the business, however often. What an account calls itself stands before what a guest has written. */
export const upsertCustomer = (businessId: Business, person: RawBuilder<unknown>): RawBuilder<{ id: string }> => sql`
  insert into customers (id, business_id, key, name, email, phone, has_account)
  select ${newId('customer')}, ${businessId}, ${keyOf('p')}, p.name, p.email, p.phone, p.kind <> 'guest'
  from (${person}) p
  on conflict (business_id, key) do update set
    name = case when customers.has_account and not excluded.has_account then customers.name else excluded.name end,
    email = excluded.email,
    phone = coalesce(excluded.phone, customers.phone),
    has_account = customers.has_account or excluded.has_account
  returning id`

type Booked = { businessId: Business; customerId: Id<'customer'> | null }

/** Whom somebody is to each business that they booked with, after their name or address has changed. Notes go along, and a customer without a booking goes. */
export async function refresh(tx: Tx, personId: Id<'person'>): Promise<void> {
  const booked = await findBooked(tx, personId)
  for (const businessId of new Set(booked.map((row) => row.businessId))) {
    const { rows } = await upsertCustomer(businessId, selectPerson(personId)).execute(tx)
    const customerId = rows[0]?.id
    if (!customerId) continue
    await tx
      .updateTable('bookings')
      .set({ customer_id: customerId })
      .where('consumer_id', '=', personId)
      .where('business_id', '=', businessId)
      .where('customer_id', 'is distinct from', customerId)
      .execute()
    const former = booked.filter((row) => row.businessId === businessId).map((row) => row.customerId)
    await sql`update customer_notes set customer_id = ${customerId}
      where customer_id = any(${former}) and not exists (select from bookings b where b.customer_id = customer_notes.customer_id)`.execute(
      tx,
    )
  }
  const touched = await findBooked(tx, personId)
  await refreshNames(tx, [...booked, ...touched], true)
}

/** Nothing is written about them any more, and whoever else booked with the same address is left. */
export async function forget(tx: Tx, personId: Id<'person'>): Promise<void> {
  const booked = await findBooked(tx, personId)
  const ids = booked.map(({ customerId }) => customerId)
  await sql`delete from customer_notes where customer_id = any(${ids})`.execute(tx)
  await tx.updateTable('bookings').set({ customer_id: null }).where('consumer_id', '=', personId).execute()
  await refreshNames(tx, booked, false)
}

/** In one order of customers, whoever changes them. */
async function findBooked(tx: Tx, personId: Id<'person'>): Promise<Booked[]> {
  const rows = await tx
    .selectFrom('bookings')
    .select(['business_id', 'customer_id'])
    .distinct()
    .where('consumer_id', '=', personId)
    .orderBy('business_id')
    .orderBy('customer_id')
    .execute()
  return rows.map((row) => ({
    businessId: row.business_id as Business,
    customerId: row.customer_id as Id<'customer'> | null,
  }))
}

/** A customer is called what the account is called, or whoever booked last, and goes with their last booking. */
async function refreshNames(tx: Tx, booked: readonly Booked[], keepsPhone: boolean): Promise<void> {
  const ids = [...new Set(booked.flatMap(({ customerId }) => customerId ?? []))]
  if (ids.length === 0) return
  // Taken first: who books meanwhile is seen by the statement that deletes, or waits and is a customer anew.
  await sql`select from customers where id = any(${ids}) order by id for update`.execute(tx)
  await sql`delete from customers where id = any(${ids}) and not exists (select from bookings b where b.customer_id = customers.id)`.execute(
    tx,
  )
  // What an account wrote as a guest stays, because accounts have no number of their own.
  const phone = keepsPhone
    ? sql`case when latest.has_account then coalesce(latest.phone, c.phone) else latest.phone end`
    : sql`latest.phone`
  await sql`
    update customers c set phone = ${phone}, name = latest.name, email = latest.email, has_account = latest.has_account
    from (
      select b.customer_id, bool_or(p.kind <> 'guest') as has_account,
        (array_agg(p.name order by p.kind <> 'guest' desc, b.created_at desc, b.id desc))[1] as name,
        (array_agg(p.email order by p.kind <> 'guest' desc, b.created_at desc, b.id desc))[1] as email,
        (array_agg(p.phone order by b.created_at desc, b.id desc) filter (where p.phone is not null))[1] as phone
      from bookings b join people p on p.id = b.consumer_id
      where b.customer_id = any(${ids}) group by b.customer_id
    ) latest
    where c.id = latest.customer_id`.execute(tx)
}
