import { useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { useOperationMutation, type MutationOptions } from '@buy-locals/features/operation/use-operation-mutation'

type Versioned = { version: number }

type Options<O extends Operation, Stored> = MutationOptions<O> & {
  /** What the form was filled from. Later reads change neither the form nor its version. */
  from: Versioned | undefined
  /** Reads what somebody else has changed meanwhile. */
  readCurrent: () => Promise<Stored | undefined>
}

const isStale = (error: Error) => error instanceof Refusal && error.code === 'stale'

/** Saves over the version that was read. Where somebody else was faster, nothing typed is lost: the owner chooses which version stays. */
export function useVersionedMutation<O extends Operation, Stored extends Versioned>(
  operation: O,
  { from, readCurrent, ...options }: Options<O, Stored>,
) {
  const [version, setVersion] = useState(from?.version ?? 0)
  const [refused, setRefused] = useState<Input<O>>()
  const mutation = useOperationMutation(operation, {
    ...options,
    onSuccess: (output: Output<O>) => {
      setVersion((output as Versioned).version)
      options.onSuccess?.(output)
    },
    handleError: (error) => isStale(error) || (options.handleError?.(error) ?? false),
  })
  function save(input: Input<O>, ifMatch = version) {
    setRefused(undefined)
    mutation.mutate({ input, ifMatch }, { onError: (error) => isStale(error) && setRefused(input) })
  }
  async function takeTheirs(take: (theirs: Stored) => void) {
    const theirs = await readCurrent()
    setRefused(undefined)
    if (!theirs) return
    setVersion(theirs.version)
    take(theirs)
  }
  async function saveMine(input: Input<O>) {
    const theirs = await readCurrent()
    if (theirs) save(input, theirs.version)
  }
  const stale = (take: (theirs: Stored) => void) =>
    refused && { mine: () => void saveMine(refused), theirs: () => void takeTheirs(take) }
  return { save: (input: Input<O>) => save(input), stale, isPending: mutation.isPending, isSuccess: mutation.isSuccess }
}
