import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { useToast } from '@buy-locals/ui/toast'
import { ask } from './ask'
import { outOfDate } from './queries'
import { useRefusalWords } from './refusal-words'

type Then<O extends Operation> = {
  /** What was read of these is out of date afterwards. */
  changes?: readonly Operation[]
  done?: (answer: Output<O>) => void
  /** What to say when it is done. */
  said?: string
  /** Takes a refusal that the form itself can show; true where it did. */
  refused?: (error: Error) => boolean
}

/** Tells the API to do something. A press that is repeated after a failure is the same intention, so it carries the same key. */
export function useOrder<O extends Operation>(operation: O, { changes = [], done, said, refused }: Then<O> = {}) {
  const say = useToast()
  const wordsOf = useRefusalWords()
  const intention = useRef<{ about: string; key: string }>(undefined)

  return useMutation({
    mutationFn: ({ input, ifMatch }: { input: Input<O>; ifMatch?: number }) => {
      const about = JSON.stringify(input)
      if (intention.current?.about !== about) intention.current = { about, key: newIdempotencyKey() }
      const { key: idempotencyKey } = intention.current
      return ask(operation, input, { idempotencyKey, ...(ifMatch !== undefined && { ifMatch }) })
    },
    onSuccess: async (answer) => {
      intention.current = undefined
      if (said) say({ tone: 'good', words: said })
      done?.(answer)
      await outOfDate(...changes)
    },
    onError: (error) => {
      if (!refused?.(error)) say({ tone: 'bad', words: wordsOf(error) })
    },
  })
}
