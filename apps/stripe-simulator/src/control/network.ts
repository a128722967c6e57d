import { z } from 'zod'

/** Slow answers, and answers that never arrive although the work was done. */
export const network = z.strictObject({
  delayMs: z.int().min(0).max(60_000).default(0),
  loseAnswers: z.int().min(0).max(1_000).default(0),
})
export type Network = z.infer<typeof network>

export const goodNetwork = (): Network => network.parse({})
