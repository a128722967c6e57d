import type { createRealtimeToken } from '@buy-locals/contracts/auth/operations'
import type { Operation } from '@buy-locals/contracts/operation'
import { stopConfirming } from './confirm-identity'
import { createPrompt } from './prompt'

type Account = { id: string; email: string }

let account: Account | undefined
let isDismissed = false
const prompt = createPrompt<{ email: string }>((isSignedIn) => {
  isDismissed = !isSignedIn
})

/** Whose session may end while this page is open. Nobody's once they have signed out, and then nobody is prompted. */
export function rememberAccount(next: Account | undefined): void {
  account = next
  if (next) return
  prompt.close()
  stopConfirming()
  isDismissed = false
}

/** Only its name: every page of the site loads this file, and few need the contracts. */
const inBackground: (typeof createRealtimeToken)['id'] = 'createRealtimeToken'

/** What somebody does, unlike what a page reads by itself. */
export const isSubmit = ({ id, method }: Operation): boolean => method !== 'get' && id !== inBackground

/** Asks whoever was signed in on this page to sign in again, in place. One prompt serves all calls that are refused meanwhile. False where they would not, or nobody was; then only what they do themselves asks them again. */
export async function signInAgain(operation: Operation): Promise<boolean> {
  if (!account || (isDismissed && !isSubmit(operation))) return false
  return prompt.open({ email: account.email })
}

export const useSignInPrompt = prompt.usePrompt
