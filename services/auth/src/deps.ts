import type { DocumentVersions } from '@buy-locals/contracts/documents'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { PersonExport } from '@buy-locals/service-kit/export'
import type { Throttle } from '@buy-locals/service-kit/throttle'
import type { Id } from '@buy-locals/values/ids'
import type { Limits } from './config.ts'
import type { Credentials } from './credentials.ts'
import type { Database } from './persistence/database.ts'
import type { Providers } from './providers.ts'
import type { Tokens } from './tokens.ts'

export type Deps = ServiceDeps<Database> & {
  credentials: Credentials
  tokens: Tokens
  throttle: Throttle
  limits: Limits
  providers: Providers
  /** What the secrets of second factors are encrypted with. */
  factorSecret: string
  /** The versions of what whoever registers accepts. */
  documents: DocumentVersions
  /** What every service has of the person, by its name. The host knows them all. */
  collectExports(personId: Id<'person'>): Promise<Record<string, PersonExport>>
  /** Off where the site itself is plain http, as on a loopback address. */
  secureCookies: boolean
}
