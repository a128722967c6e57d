import { useSyncExternalStore } from 'react'
import type { createRealtimeToken } from '@buy-locals/contracts/auth/operations'
import type { Operation } from '@buy-locals/contracts/operation'

type Account = { id: string; email: string }
type Prompt = { email: string; finish(isSignedIn: boolean): void }

let account: Account | undefined
let prompt: Prompt | undefined
let outcome: Promise<boolean> | undefined
let isDismissed = false
const listeners = new Set<() => void>()

/** Whose session may end while this page is open. Nobody's once they have signed out, and then nobody is prompted. */
export function rememberAccount(next: Account | undefined): void {
  account = next
  if (next) return
  prompt?.finish(false)
  isDismissed = false
}

/** Only its name: every page of the site loads this file, and few need the contracts. */
const inBackground: (typeof createRealtimeToken)['id'] = 'createRealtimeToken'

/** What somebody does, unlike what a page reads by itself. */
export const isSubmit = ({ id, method }: Operation): boolean => method !== 'get' && id !== inBackground

/** Asks whoever was signed in on this page to sign in again, in place. One prompt serves all calls that are refused meanwhile. False where they would not, or nobody was; then only what they do themselves asks them again. */
export async function signInAgain(operation: Operation): Promise<boolean> {
  if (!account || (isDismissed && !isSubmit(operation))) return false
  outcome ??= openPrompt(account)
  return outcome
}

function openPrompt({ email }: Account): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (isSignedIn: boolean) => {
      isDismissed = !isSignedIn
      outcome = undefined
      show(undefined)
      resolve(isSignedIn)
    }
    show({ email, finish })
  })
}

function show(next: Prompt | undefined): void {
  prompt = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSignInPrompt = (): Prompt | undefined =>
  useSyncExternalStore(
    subscribe,
    () => prompt,
    () => undefined,
  )
