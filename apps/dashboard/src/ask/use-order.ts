import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { useToast } from '@buy-locals/ui/toast'
import { ask } from './ask'
import { outOfDate } from './queries'
import { useErrorText } from './error-text'

type Then<O extends Operation> = {
  /** What was read of these is out of date afterwards. */
  changes?: readonly Operation[]
  done?: (answer: Output<O>) => void
  /** What to say when it is done. */
  said?: string | ((answer: Output<O>) => string)
  /** Takes a refusal that the form itself can show; true where it did. */
  refused?: (error: Error) => boolean
  /** The refusal is shown where the button is, as `trouble`: over a dialog nothing passing is seen or read. */
  inPlace?: true
}

/** Tells the API to do something. A press that is repeated after a failure is the same intention, so it carries the same key. */
export function useOrder<O extends Operation>(
  operation: O,
  { changes = [], done, said, refused, inPlace }: Then<O> = {},
) {
  const showToast = useToast()
  const errorText = useErrorText()
  const intention = useRef<{ about: string; key: string }>(undefined)

  const order = useMutation({
    mutationFn: ({ input, ifMatch }: { input: Input<O>; ifMatch?: number }) => {
      const about = JSON.stringify(input)
      if (intention.current?.about !== about) intention.current = { about, key: newIdempotencyKey() }
      const { key: idempotencyKey } = intention.current
      return ask(operation, input, { idempotencyKey, ...(ifMatch !== undefined && { ifMatch }) })
    },
    onSuccess: async (answer) => {
      intention.current = undefined
      if (said) showToast({ tone: 'success', text: typeof said === 'string' ? said : said(answer) })
      done?.(answer)
      await outOfDate(...changes)
    },
    onError: (error) => {
      if (isAnswered(error)) intention.current = undefined
      if (!refused?.(error) && !inPlace) showToast({ tone: 'danger', text: errorText(error) })
    },
  })
  const trouble = inPlace && order.error ? errorText(order.error) : undefined
  return { ...order, trouble }
}

/** A refusal settles what was wanted; the same wish later is a new one. Where nothing answered, nobody knows. */
const isAnswered = (error: Error) =>
  error instanceof Refusal && error.status < 500 && error.code !== 'idempotency/in-progress'
