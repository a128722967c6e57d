import { useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Input, Operation } from '@buy-locals/contracts/operation'
import { useOrder } from '../ask/use-order'

type Then<O extends Operation, Known> = Parameters<typeof useOrder<O>>[1] & {
  /** How it stands now, where somebody else has changed it. */
  read: () => Promise<Known | undefined>
}

/** Saves over the version that was read. Where somebody was faster, nothing written is lost: one chooses. */
export function useConditional<O extends Operation, Known extends { version: number }>(
  operation: O,
  { read, ...then }: Then<O, Known>,
) {
  const [refused, setRefused] = useState<Input<O>>()
  const order = useOrder(operation, {
    ...then,
    refused: (error) => {
      const isStale = error instanceof Refusal && error.code === 'stale'
      return isStale || (then.refused?.(error) ?? false)
    },
  })
  const save = (input: Input<O>, ifMatch: number) => {
    setRefused(undefined)
    order.mutate(
      { input, ifMatch },
      {
        onError: (error) => {
          if (error instanceof Refusal && error.code === 'stale') setRefused(input)
        },
      },
    )
  }
  const stale = (take: (theirs: Known) => void) => {
    if (!refused) return undefined
    return {
      mine: () => void read().then((theirs) => theirs && save(refused, theirs.version)),
      theirs: () =>
        void read().then((theirs) => {
          if (theirs) take(theirs)
          setRefused(undefined)
        }),
    }
  }
  return { save, stale, isPending: order.isPending }
}
