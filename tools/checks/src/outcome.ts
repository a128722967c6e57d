/** What a check looked at and what it found wrong. Looking at nothing is wrong too. */
export type Outcome = { looked: number; at: string; wrong: string[] }

export type Check = (root: string) => Promise<Outcome>
