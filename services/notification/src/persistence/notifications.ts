import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { newId, type Id } from '@buy-locals/values/ids'
import { toSecond } from '@buy-locals/values/time'
import { formerCustomer } from '@buy-locals/contracts/review/shapes'
import type { About } from '../domain/notifications.ts'
import type { Database } from './database.ts'

type InboxItem = {
  personId: string
  eventId: string
  kind: string
  about: About
  link?: string | undefined
  names?: Id<'person'> | undefined
  /** It is read already: the reader's own side has done it. */
  isRead?: boolean | undefined
  at: Temporal.Instant
}

export async function insert(tx: Transaction<Database>, items: readonly InboxItem[]): Promise<void> {
  if (items.length === 0) return
  await tx
    .insertInto('notifications')
    .values(
      items.map(({ personId, eventId, kind, about, link, names, isRead, at }) => ({
        id: newId('notification'),
        person_id: personId,
        event_id: eventId,
        kind,
        about: JSON.stringify(about),
        link: link ?? null,
        names_person: names ?? null,
        read_at: isRead ? at : null,
        at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['person_id', 'event_id']).doNothing())
    .execute()
}

/** With the name of whom they name: it may arrive later than what is said of them. */
const ofPerson = (db: Kysely<Database>, personId: string) =>
  db
    .selectFrom('notifications')
    .leftJoin('people', 'people.person_id', 'notifications.names_person')
    .selectAll('notifications')
    .select('people.name as by')
    .where('notifications.person_id', '=', personId)

const withName = (about: unknown, by: string | null): About => ({ ...(by !== null && { by }), ...(about as About) })

/** The newest first: ids sort by creation. */
export async function listPage(db: Kysely<Database>, personId: string, limit: number, before?: string) {
  const mine = ofPerson(db, personId)
  const page = before === undefined ? mine : mine.where('id', '<', before)
  const rows = await page.orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => ({
    id: row.id as Id<'notification'>,
    kind: row.kind,
    about: withName(row.about, row.by),
    ...(row.link && { link: row.link }),
    at: toSecond(row.at),
    ...(row.read_at && { readAt: toSecond(row.read_at) }),
  }))
}

type Since = { personId: string; since: Temporal.Instant; kinds: readonly string[]; limit: number }

/** What others did: the newest of these kinds since an instant, the oldest of them first. */
export async function listSince(db: Kysely<Database>, { personId, since, kinds, limit }: Since) {
  const rows = await ofPerson(db, personId)
    .where('kind', '=', sql<string>`any(${kinds})`)
    .where('at', '>', since)
    .where((row) => row.or([row('read_at', 'is', null), row('read_at', '>', row.ref('at'))]))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.toReversed().map(({ kind, about, by }) => ({ kind, about: withName(about, by) }))
}

export async function countUnread(db: Kysely<Database>, personId: string): Promise<number> {
  const unread = db.selectFrom('notifications').where('person_id', '=', personId).where('read_at', 'is', null)
  return (await unread.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count
}

export async function markRead(db: Kysely<Database>, personId: string, at: Temporal.Instant): Promise<void> {
  const unread = db.updateTable('notifications').set({ read_at: at }).where('person_id', '=', personId)
  await unread.where('read_at', 'is', null).where('at', '<=', at).execute()
}

/** Of everybody who was notified of this kind about a booking. */
export async function markReadOf(
  tx: Transaction<Database>,
  { bookingId, kind }: { bookingId: string; kind: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('notifications')
    .set({ read_at: at })
    .where(sql<boolean>`about ->> 'bookingId' = ${bookingId}`)
    .where('kind', '=', sql.lit(kind))
    .where('read_at', 'is', null)
    .execute()
}

/** Those of the person, and in those of others their name and why a complaint of theirs was decided so. */
export async function erase(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx.deleteFrom('notifications').where('person_id', '=', personId).execute()
  await tx
    .updateTable('notifications')
    .set({
      about: sql`jsonb_set(
        case when kind = 'complaint-decided' then about - 'message' else about end, '{by}', to_jsonb(${formerCustomer}::text))`,
      names_person: null,
    })
    .where('names_person', '=', personId)
    .execute()
}
