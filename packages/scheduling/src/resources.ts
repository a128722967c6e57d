import { blockBusy, diaryFrom } from './diary.ts'
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
  for (const { busy } of choice) {
    const diary = diaryFrom(new Int32Array(starts.length + 1))
    blockBusy(diary, busy, starts, wanted)
    let inTheWay = 0
    for (let index = 0; index < starts.length; index++) {
      inTheWay += diary.rise[index]!
      if (inTheWay === 0) least[index] = Math.min(least[index]!, diary.seats.get(index) ?? 0)
    }
  }
  return least
}
