import { useSyncExternalStore } from 'react'

type Prompt = { finish(isConfirmed: boolean): void }

let prompt: Prompt | undefined
let outcome: Promise<boolean> | undefined
const listeners = new Set<() => void>()

/** Asks whoever is signed in for a code from their phone, in place. One prompt serves all calls that are refused meanwhile. False where they would not. */
export async function confirmIdentity(): Promise<boolean> {
  outcome ??= new Promise((resolve) => {
    const finish = (isConfirmed: boolean) => {
      outcome = undefined
      show(undefined)
      resolve(isConfirmed)
    }
    show({ finish })
  })
  return outcome
}

function show(next: Prompt | undefined): void {
  prompt = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useConfirmPrompt = (): Prompt | undefined =>
  useSyncExternalStore(
    subscribe,
    () => prompt,
    () => undefined,
  )
