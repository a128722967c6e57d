import type { Client } from 'pg'

type Definition = { table: string; name: string; definition: string }

/** Rows are written without indexes and constraints, which are made again of all rows at once: a tenth of the time. */
export async function withoutConstraints(db: Client, schemas: string[], write: () => Promise<void>): Promise<void> {
  const constraints = await listConstraints(db, schemas)
  const indexes = await listIndexes(db, schemas)
  const foreign = constraints.filter(({ definition }) => definition.startsWith('FOREIGN KEY'))
  const own = constraints.filter((one) => !foreign.includes(one))
  for (const { table, name } of [...foreign, ...own]) await db.query(`alter table ${table} drop constraint "${name}"`)
  for (const { name } of indexes) await db.query(`drop index ${name}`)
  await write()
  await db.query(`set maintenance_work_mem = '1GB'`)
  for (const { table, name, definition } of own) await add(db, table, name, definition)
  for (const { definition } of indexes) await db.query(definition)
  for (const { table, name, definition } of foreign) await add(db, table, name, definition)
}

const add = (db: Client, table: string, name: string, definition: string) =>
  db.query(`alter table ${table} add constraint "${name}" ${definition}`)

/** Keys and what excludes; checks stay, and are checked row by row. */
async function listConstraints(db: Client, schemas: string[]): Promise<Definition[]> {
  const { rows } = await db.query<Definition>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where connamespace = any($1::regnamespace[]) and contype in ('p', 'u', 'x', 'f') order by contype, conname`,
    [schemas],
  )
  return rows
}

async function listIndexes(db: Client, schemas: string[]): Promise<Definition[]> {
  const { rows } = await db.query<Definition>(
    `select indrelid::regclass::text as table, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index join pg_class on pg_class.oid = indexrelid
     where relnamespace = any($1::regnamespace[]) and not exists (select from pg_constraint where conindid = indexrelid)
     order by name`,
    [schemas],
  )
  return rows
}
