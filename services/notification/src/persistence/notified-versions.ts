import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from './database.ts'

type Version = { subject: string; version: number }

export const keyOf = ({ subject, version }: Version): string => `${version} ${subject}`

/** Until the transaction ends. Function scans keep the order of the array: one order for everyone, no deadlock. */
export async function lockSubjects(tx: Transaction<Database>, subjects: readonly string[]): Promise<void> {
  // The label keeps its old word: processes of two releases must wait for each other.
  const labels = [...new Set(subjects)].toSorted().map((subject) => `told ${subject}`)
  await sql`
    select pg_advisory_xact_lock(hashtextextended(label, 0)) from unnest(${labels}::text[]) as locked(label)`.execute(
    tx,
  )
}

/** Returns the keys of those of which nobody has been notified yet. */
export async function insert(
  tx: Transaction<Database>,
  versions: readonly (Version & { state?: string | undefined })[],
): Promise<ReadonlySet<string>> {
  const inserted = await tx
    .insertInto('notified_versions')
    .values(versions.map(({ subject, version, state = null }) => ({ subject, version, state })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['subject', 'version'])
    .execute()
  return new Set(inserted.map(keyOf))
}

/** Nobody reads 'Booked' of what has been cancelled. A later version in the same state supersedes nothing. */
export async function findSuperseded(db: Kysely<Database>, versions: readonly Version[]): Promise<ReadonlySet<string>> {
  const [subjects, numbers] = [versions.map(({ subject }) => subject), versions.map(({ version }) => version)]
  const { rows } = await sql<Version>`
    select this.subject, this.version
    from unnest(${subjects}::text[], ${numbers}::bigint[]) as claimed(subject, version)
    join notified_versions this on this.subject = claimed.subject and this.version = claimed.version
    where exists (
      select from notified_versions later
      where later.subject = this.subject and later.version > this.version and later.state <> this.state)`.execute(db)
  return new Set(rows.map(keyOf))
}
