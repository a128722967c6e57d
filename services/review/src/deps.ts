import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { Database } from './persistence/database.ts'

export type Deps = ServiceDeps<Database>
