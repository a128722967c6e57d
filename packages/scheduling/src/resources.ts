import { emptyDiary, fill } from './diary.ts'
import type { Resource, Wanted } from './slot-request.ts'

/** At each start the seats taken in the fullest thing needed; Infinity where one needed is not free. */
export function seatsTaken(starts: number[], wanted: Wanted): Float64Array {
  const taken = new Float64Array(starts.length)
  for (const choice of choices(wanted.resources)) {
    const least = emptiest(choice, starts, wanted)
    least.forEach((seats, index) => (taken[index] = Math.max(taken[index]!, seats)))
  }
  return taken
}

// A resource without a pool is a choice of one.
function choices(resources: Resource[]): Resource[][] {
  const pools = Map.groupBy(
    resources.filter(({ pool }) => pool !== undefined),
    ({ pool }) => pool,
  )
  return [...resources.filter(({ pool }) => pool === undefined).map((resource) => [resource]), ...pools.values()]
}

function emptiest(choice: Resource[], starts: number[], wanted: Wanted): Float64Array {
  const least = new Float64Array(starts.length).fill(Infinity)
  const diary = emptyDiary(starts)
  for (const { busy } of choice) {
    fill(diary, busy, starts, wanted)
    for (let index = 0; index < starts.length; index++) {
      if (diary.blocked[index] === 0) least[index] = Math.min(least[index]!, diary.seats[index]!)
    }
  }
  return least
}
