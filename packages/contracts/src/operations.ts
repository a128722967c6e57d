import type { Operation } from './operation.ts'
import * as auth from './auth/operations.ts'
import * as booking from './booking/operations.ts'
import * as business from './business/operations.ts'
import * as host from './host/operations.ts'
import * as notification from './notification/operations.ts'
import * as payment from './payment/operations.ts'
import * as review from './review/operations.ts'

/** Everything that can be asked of the API, once. */
export const operations: readonly Operation[] = [auth, business, booking, payment, review, notification, host].flatMap(
  (service) => Object.values(service).filter((entry): entry is Extract<typeof entry, Operation> => 'method' in entry),
)
