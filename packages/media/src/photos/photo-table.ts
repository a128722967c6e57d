import { sql, type ColumnType, type Generated, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'
import type { Photo } from './photo.ts'

/** In the schema of each service that has photos. */
export type PhotoTables = {
  photos: {
    id: string
    subject: string
    position: number
    status: string
    alt: string
    refusal: string | null
    shown: ColumnType<unknown, string, string> | null
    files: Generated<string[]>
    created_at: Temporal.Instant
    refused_at: Temporal.Instant | null
    version: Generated<number>
  }
}

type Db = Kysely<PhotoTables>
type Of<DB extends PhotoTables> = Kysely<DB>
type Tx<DB extends PhotoTables> = Transaction<DB>

const own = <DB extends PhotoTables>(db: Of<DB>) => db as unknown as Db

export const fromRow = <Subject extends string>(row: Selectable<PhotoTables['photos']>): Photo<Subject> => ({
  id: row.id as Photo['id'],
  subject: row.subject as Subject,
  status: row.status as Photo['status'],
  alt: row.alt,
  refusal: (row.refusal ?? undefined) as Photo['refusal'],
  shown: (row.shown ?? undefined) as Photo['shown'],
  files: row.files,
  version: row.version,
})

export async function find<DB extends PhotoTables>(db: Of<DB>, id: Id<'photo'>): Promise<Photo | undefined> {
  const row = await own(db).selectFrom('photos').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** After what it is of, where that is locked too. */
export async function lock<DB extends PhotoTables>(tx: Tx<DB>, id: Id<'photo'>): Promise<Photo | undefined> {
  const row = await own(tx).selectFrom('photos').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** Behind the others of its subject. */
export const positionBehind = ({ subject }: Photo) =>
  sql<number>`coalesce((select max(position) + 1 from photos where subject = ${subject}), 0)`

export async function update<DB extends PhotoTables>(
  tx: Tx<DB>,
  { id, status, alt, refusal, shown, files, version }: Photo,
  now: Temporal.Instant,
): Promise<void> {
  const refused = { refusal: refusal ?? null, refused_at: refusal ? now : null }
  await own(tx)
    .updateTable('photos')
    .set({ status, alt, ...refused, shown: shown ? JSON.stringify(shown) : null, files, version })
    .where('id', '=', id)
    .execute()
}

export async function order<DB extends PhotoTables>(tx: Tx<DB>, ids: readonly Id<'photo'>[]): Promise<void> {
  await sql`
    update photos set position = placed.position
    from unnest(${ids}::text[]) with ordinality as placed (id, position) where photos.id = placed.id`.execute(tx)
}

export async function remove<DB extends PhotoTables>(tx: Tx<DB>, id: Id<'photo'>): Promise<void> {
  await own(tx).deleteFrom('photos').where('id', '=', id).execute()
}

/** Those of the ids that there are, with what is stored of them. */
export async function filesOf<DB extends PhotoTables>(
  db: Of<DB>,
  ids: readonly Id<'photo'>[],
): Promise<Map<string, Pick<Photo, 'status' | 'files'>>> {
  const rows = await own(db)
    .selectFrom('photos')
    .select(['id', 'status', 'files'])
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .execute()
  return new Map(rows.map(({ id, status, files }) => [id, { status: status as Photo['status'], files }]))
}
