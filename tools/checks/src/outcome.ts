/** What a check examined and what it found wrong. Examining nothing is wrong too. */
export type Outcome = { examined: number; unit: string; wrong: string[] }

export type Check = (root: string) => Promise<Outcome>
