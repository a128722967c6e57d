import { useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { useOrder } from '../ask/use-order'

type Versioned = { version: number }

type Then<O extends Operation, Known> = Parameters<typeof useOrder<O>>[1] & {
  /** What the form was filled from; later readings do not touch the form, so they do not touch its version. */
  from: Versioned | undefined
  /** How it stands now, where somebody else has changed it. */
  read: () => Promise<Known | undefined>
}

const isStale = (error: Error) => error instanceof Refusal && error.code === 'stale'

/** Saves over the version that was read. Where somebody was faster, nothing written is lost: one chooses. */
export function useConditional<O extends Operation, Known extends Versioned>(
  operation: O,
  { from, read, ...then }: Then<O, Known>,
) {
  const [version, setVersion] = useState(from?.version ?? 0)
  const [refused, setRefused] = useState<Input<O>>()
  const order = useOrder(operation, {
    ...then,
    done: (answer: Output<O>) => {
      setVersion((answer as Versioned).version)
      then.done?.(answer)
    },
    refused: (error) => isStale(error) || (then.refused?.(error) ?? false),
  })
  function save(input: Input<O>, ifMatch = version) {
    setRefused(undefined)
    order.mutate({ input, ifMatch }, { onError: (error) => isStale(error) && setRefused(input) })
  }
  async function takeTheirs(take: (theirs: Known) => void) {
    const theirs = await read()
    setRefused(undefined)
    if (!theirs) return
    setVersion(theirs.version)
    take(theirs)
  }
  async function saveMine(input: Input<O>) {
    const theirs = await read()
    if (theirs) save(input, theirs.version)
  }
  const stale = (take: (theirs: Known) => void) =>
    refused && { mine: () => void saveMine(refused), theirs: () => void takeTheirs(take) }
  return { save: (input: Input<O>) => save(input), stale, isPending: order.isPending }
}
