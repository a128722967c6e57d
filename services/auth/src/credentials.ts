import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'

/** Where passwords live: our own tables here, a Cognito user pool on AWS. */
export type Credentials = {
  set(personId: Id<'person'>, password: string, at: Temporal.Instant): Promise<void>
  /** Of an erased person; nothing where there is none. */
  remove(personId: Id<'person'>): Promise<void>
  /** Takes as long for a person who has none, so that time tells nobody who has an account. */
  fits(personId: Id<'person'> | undefined, password: string): Promise<boolean>
}
