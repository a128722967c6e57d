import type { Temporal } from 'temporal-polyfill'
import type { Id } from '@buy-locals/values/ids'

/** Where passwords live: our own tables here, a Cognito user pool on AWS. */
export type Credentials = {
  set(personId: Id<'person'>, password: string, at: Temporal.Instant): Promise<void>
  /** Of an erased person; nothing where there is none. */
  remove(personId: Id<'person'>): Promise<void>
  /** Takes as long for a person who has none, so that time tells nobody who has an account. Of one that fits where passwords were before it returns how it moves. */
  fits(personId: Id<'person'> | undefined, password: string): Promise<boolean | Move>
}

/** It may overwrite a password that is set at the same moment. False where it has overwritten none, because somebody was faster. */
export type Move = () => Promise<boolean>
