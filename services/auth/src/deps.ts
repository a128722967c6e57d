import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { Throttle } from '@buy-locals/service-kit/throttle'
import type { Limits } from './config.ts'
import type { Credentials } from './credentials.ts'
import type { Database } from './persistence/database.ts'
import type { Tokens } from './tokens.ts'

export type Deps = ServiceDeps<Database> & {
  credentials: Credentials
  tokens: Tokens
  throttle: Throttle
  limits: Limits
  /** Off where the site itself is plain http, as on a loopback address. */
  secureCookies: boolean
}
