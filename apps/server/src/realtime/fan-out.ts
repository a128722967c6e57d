/** What every process must hear, because any of them may hold the subscriber's connection. */
export type Word =
  | { kind: 'events'; channel: string; events: string[] }
  | { kind: 'membership-ended'; personId: string; businessId: string }

export type Hearer = {
  word(word: Word): void
  /** Words may have been missed. */
  gap(): void
}

export type FanOut = {
  say(word: Word): Promise<void>
  hear(hearer: Hearer): void
  close(): Promise<void>
}

export function inProcessFanOut(): FanOut {
  const hearers = new Set<Hearer>()
  return {
    say: async (word) => hearers.forEach((hearer) => hearer.word(word)),
    hear: (hearer) => void hearers.add(hearer),
    close: async () => hearers.clear(),
  }
}
