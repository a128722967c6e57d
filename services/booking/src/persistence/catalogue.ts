import { sql, type Kysely, type Selectable } from 'kysely'
import type { Service, Staff } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Business } from '../domain/catalogue.ts'
import * as businesses from './businesses.ts'
import type { Database } from './database.ts'
import * as services from './service-repository.ts'
import * as staff from './staff-repository.ts'

type Found<T> = { business: Business; items: T[]; canCharge: boolean } | undefined

export const findServices = (db: Kysely<Database>, businessId: Id<'business'>): Promise<Found<Service>> =>
  findWith(db, businessId, 'services', services.fromRow)

export const findStaff = (db: Kysely<Database>, businessId: Id<'business'>): Promise<Found<Staff>> =>
  findWith(db, businessId, 'staff', staff.fromRow)

/** A business with all of one kind that it has, in one statement: every page of it asks for them. */
async function findWith<Table extends 'services' | 'staff', T>(
  db: Kysely<Database>,
  businessId: Id<'business'>,
  table: Table,
  fromRow: (row: Selectable<Database[Table]>) => T,
): Promise<Found<T>> {
  type Row = { business: Selectable<Database['businesses']>; items: Selectable<Database[Table]>[]; can_charge: boolean }
  const { rows } = await sql<Row>`
    select to_json(b) as business,
      coalesce((select json_agg(t order by t.id) from ${sql.table(table)} t where t.business_id = b.id), '[]') as items,
      exists (select from payees p where p.business_id = b.id and p.charges_enabled) as can_charge
    from businesses b
    where b.id = ${businessId}`.execute(db)
  const [row] = rows
  return row && { business: businesses.fromRow(row.business), items: row.items.map(fromRow), canCharge: row.can_charge }
}
