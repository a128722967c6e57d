import { createPrompt } from './prompt'

const prompt = createPrompt()

/** Asks whoever is signed in for a code from their phone, in place. False where they would not. */
export const confirmIdentity = (): Promise<boolean> => prompt.open({})

/** Whoever was asked has signed out. */
export const stopConfirming = prompt.close

export const useConfirmPrompt = prompt.usePrompt
