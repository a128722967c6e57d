/** What a server promises beyond being alive. */
export type Requirement = 'start' | 'database' | 'simulator' | 'town' | 'worker'

export type Readiness = {
  set(requirement: Requirement, isThere: boolean): void
  /** What is not there yet, or not at the moment. */
  awaited(): Requirement[]
  /** Why nobody but the health check and our own parts is answered; undefined while people are. */
  closedFor(): 'opening' | 'interrupted' | undefined
}

/** While the simulator is away payments fail alone, and without a worker things are done later; without its database nothing is answered. */
const everythingNeeds: readonly Requirement[] = ['start', 'database', 'town']

export function openReadiness(awaited: readonly Requirement[]): Readiness {
  const missing = new Set(awaited)
  let hasOpened = false
  return {
    set: (requirement, isThere) => {
      if (isThere) missing.delete(requirement)
      else missing.add(requirement)
      hasOpened ||= missing.size === 0
    },
    awaited: () => [...missing],
    closedFor: () => {
      if (!everythingNeeds.some((requirement) => missing.has(requirement))) return undefined
      return hasOpened ? 'interrupted' : 'opening'
    },
  }
}
