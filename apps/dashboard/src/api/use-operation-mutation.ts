import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { useToast } from '@buy-locals/ui/toast'
import { callApi } from './call-api'
import { useErrorText } from './error-text'
import { invalidate } from './queries'

export type MutationOptions<O extends Operation> = {
  /** What was read of these is out of date afterwards. */
  invalidates?: readonly Operation[]
  onSuccess?: (output: Output<O>) => void
  /** The toast that is shown on success. */
  successText?: string | ((output: Output<O>) => string)
  /** Returns true where the form itself shows the error, so that no toast is needed. */
  handleError?: (error: Error) => boolean
  /** The error is shown beside the button, as `errorText`: over a dialog no toast is seen or read. */
  inlineError?: true
}

/** Runs an operation that changes something. A press that is repeated after a failure means the same, so it carries the same key. */
export function useOperationMutation<O extends Operation>(
  operation: O,
  { invalidates = [], onSuccess, successText, handleError, inlineError }: MutationOptions<O> = {},
) {
  const showToast = useToast()
  const describeError = useErrorText()
  const attempt = useRef<{ input: string; key: string }>(undefined)

  const mutation = useMutation({
    mutationFn: ({ input, ifMatch }: { input: Input<O>; ifMatch?: number }) => {
      const serialized = JSON.stringify(input)
      if (attempt.current?.input !== serialized) attempt.current = { input: serialized, key: newIdempotencyKey() }
      const { key: idempotencyKey } = attempt.current
      return callApi(operation, input, { idempotencyKey, ...(ifMatch !== undefined && { ifMatch }) })
    },
    onSuccess: async (output) => {
      attempt.current = undefined
      if (successText) {
        showToast({ tone: 'success', text: typeof successText === 'string' ? successText : successText(output) })
      }
      onSuccess?.(output)
      await invalidate(...invalidates)
    },
    onError: (error) => {
      if (isFinalRefusal(error)) attempt.current = undefined
      if (!handleError?.(error) && !inlineError) showToast({ tone: 'danger', text: describeError(error) })
    },
  })
  const errorText = inlineError && mutation.error ? describeError(mutation.error) : undefined
  return { ...mutation, errorText }
}

/** After a final refusal the same input is a new attempt. Where nothing answered, nobody knows whether it was done. */
const isFinalRefusal = (error: Error) =>
  error instanceof Refusal && error.status < 500 && error.code !== 'idempotency/in-progress'
