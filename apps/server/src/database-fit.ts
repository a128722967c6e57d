import { Client } from 'pg'

/** Roles are granted with the option `set`, which PostgreSQL has since this version. */
const oldestVersion = 16

export type DatabaseState = {
  /** As `server_version_num` has it: 160004 is 16.4. */
  version: number
  serverVersion: string
  encoding: string
  isReadOnly: boolean
  role: string
  database: string
  mayCreateRoles: boolean
  mayCreateSchemas: boolean
  /** Roles of ours that are there and that this one may neither change nor take. */
  foreignRoles: string[]
  missingExtensions: string[]
  /** Installed already, in a schema where our roles do not look. */
  displacedExtensions: string[]
}

/** What this database lacks, each as one sentence that says what is needed. */
export function unmetNeeds(found: DatabaseState): string[] {
  const { role, database, foreignRoles, missingExtensions, displacedExtensions } = found
  if (found.version < oldestVersion * 10_000)
    return [`PostgreSQL ${oldestVersion} or newer is needed, and there is ${found.serverVersion}.`]
  return [
    found.isReadOnly ? 'It takes no changes: the address of the primary server is needed, not of a replica.' : '',
    found.encoding === 'UTF8' ? '' : `The encoding UTF8 is needed, and the database has ${found.encoding}.`,
    missingExtensions.length
      ? `The extensions ${missingExtensions.join(', ')} are needed: install PostgreSQL's contrib package on the server.`
      : '',
    displacedExtensions.length
      ? `The extensions ${displacedExtensions.join(', ')} are needed in the schema "extensions": ${displacedExtensions.map((name) => `ALTER EXTENSION ${name} SET SCHEMA extensions`).join('; ')}.`
      : '',
    found.mayCreateRoles ? '' : `The role "${role}" must be able to create roles: ALTER ROLE "${role}" CREATEROLE.`,
    found.mayCreateSchemas
      ? ''
      : `The role "${role}" must be able to create schemas: GRANT CREATE ON DATABASE "${database}" TO "${role}".`,
    foreignRoles.length
      ? `The roles ${foreignRoles.join(', ')} belong to somebody else: start as the role that created them, or GRANT them TO "${role}" WITH ADMIN OPTION.`
      : '',
  ].filter(Boolean)
}

type Needs = { roles: readonly string[]; extensions: readonly string[] }

/** Throws in words, before anything is created, where the database is not one that we can be installed in. */
export async function refuseUnfitDatabase(url: string, needs: Needs): Promise<void> {
  const place = placeOf(url)
  const client = new Client({ connectionString: url, application_name: 'start', connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // one that breaks rejects what it was asked
  await client.connect().catch((error: Error) => {
    throw new Error(`DATABASE_URL: no connection to ${place}: ${error.message || 'no answer'}`)
  })
  const [found] = await Promise.allSettled([readState(client, needs)])
  await client.end()
  if (found.status === 'rejected') throw found.reason
  const unmet = unmetNeeds(found.value)
  if (unmet.length) throw new Error(`DATABASE_URL: the database at ${place} does not suffice. ${unmet.join(' ')}`)
}

async function readState(client: Client, { roles, extensions }: Needs): Promise<DatabaseState> {
  const { rows } = await client.query<DatabaseState>(
    `select current_setting('server_version_num')::integer as "version",
            current_setting('server_version') as "serverVersion",
            current_setting('server_encoding') as "encoding",
            pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as "isReadOnly",
            current_user as "role", current_database() as "database",
            own.rolsuper or own.rolcreaterole as "mayCreateRoles",
            has_database_privilege(current_database(), 'create') as "mayCreateSchemas",
            array(select ours.rolname::text from pg_roles ours where ours.rolname = any($1) and not own.rolsuper
                    and not pg_has_role(ours.oid, 'member with admin option') order by 1) as "foreignRoles",
            array(select needed from unnest($2::text[]) needed
                   where needed not in (select name from pg_available_extensions) order by 1) as "missingExtensions",
            array(select extname::text from pg_extension
                   where extname = any($2) and extnamespace <> coalesce(to_regnamespace('extensions')::oid, 0)
                   order by 1) as "displacedExtensions"
       from pg_roles own where own.rolname = current_user`,
    [roles, extensions],
  )
  const [found] = rows
  if (!found) throw new Error('PostgreSQL does not know its own role')
  return found
}

/** Without the password. */
export function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}:${port || 5432}${pathname}`
}
