import type { refresh } from '@buy-locals/contracts/auth/operations'
import type { Input, Output } from '@buy-locals/contracts/operation'

/** Where the two tokens of a session are. A browser keeps them in cookies; an app on a phone, in its secure store. */
export type SessionStore = {
  /** What shows who sends a request, as far as it does not show by itself. */
  headers(): Record<string, string>
  /** What a renewal is sent with. */
  refreshInput(): Promise<Input<typeof refresh>>
  /** A refresh token is good for one renewal: the next one is kept before anything else is sent. */
  save(session: Output<typeof refresh>['session']): Promise<void>
  /** Nobody is signed in here any more. */
  clear(): Promise<void>
}
