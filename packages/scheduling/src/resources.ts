import { blockBusyPeriods, blockNothing } from './blocked-starts.ts'
import type { Resource, SlotQuery } from './slot-query.ts'

/** At each start the seats taken in the fullest resource that is needed; Infinity where one that is needed is not free. */
export function countSeatsTaken(starts: number[], query: SlotQuery): Float64Array {
  const taken = new Float64Array(starts.length)
  for (const choice of groupByPool(query.resources)) {
    const least = countSeatsInEmptiest(choice, starts, query)
    least.forEach((seats, index) => (taken[index] = Math.max(taken[index]!, seats)))
  }
  return taken
}

// A resource without a pool is a choice of one.
function groupByPool(resources: Resource[]): Resource[][] {
  const pools = Map.groupBy(
    resources.filter(({ pool }) => pool !== undefined),
    ({ pool }) => pool,
  )
  return [...resources.filter(({ pool }) => pool === undefined).map((resource) => [resource]), ...pools.values()]
}

function countSeatsInEmptiest(choice: Resource[], starts: number[], query: SlotQuery): Float64Array {
  if (choice.some(({ busy }) => busy.length === 0)) return new Float64Array(starts.length) // one is free at every start
  const least = new Float64Array(starts.length).fill(Infinity)
  for (const { busy } of choice) {
    const blocked = blockNothing(starts)
    blockBusyPeriods(blocked, busy, starts, query)
    const hasGroups = blocked.groupSeats.size > 0
    let blockers = 0
    for (let index = 0; index < starts.length; index++) {
      blockers += blocked.blockers[index]!
      if (blockers > 0 || least[index] === 0) continue
      least[index] = Math.min(least[index]!, (hasGroups && blocked.groupSeats.get(index)) || 0)
    }
  }
  return least
}
