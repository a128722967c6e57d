import type { Person } from '@buy-locals/contracts/auth/shapes'

/** Whoever is invited has no account yet, and keeps the id when they register. */
export type PersonRecord = Person & { kind: 'account' | 'invited' }
