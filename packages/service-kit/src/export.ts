import type { Id } from '@buy-locals/values/ids'

/** What one service has of a person, as JSON; nothing of anybody else. */
export type PersonExport = Record<string, unknown>
export type ExportPerson = (personId: Id<'person'>) => Promise<PersonExport>

/** The newest of each kind: nobody has more, and an export stays one file. */
export const exportLimit = 10_000
