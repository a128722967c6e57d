import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import { invalidate } from '@buy-locals/client/operation-query'
import type { Input, Operation, Output } from '@buy-locals/contracts/operation'
import { useToast } from '@buy-locals/ui/toast'
import { translatorForFeatures, useI18n } from '../i18n'
import { nextStep } from '../messages/next-step'
import { useErrorText } from '../messages/use-error-text'

export type MutationOptions<O extends Operation> = {
  /** Screens that show one of these read it again. */
  invalidates?: readonly Operation[]
  onSuccess?: (output: Output<O>) => void
  /** The toast that is shown on success. */
  successText?: string | ((output: Output<O>) => string)
  /** Returns true where the form itself shows the error, so that no toast is needed. */
  handleError?: (error: Error) => boolean
  /** The error is shown beside the button, as `shownError`: over a dialog no toast is seen or read. */
  inlineError?: true
}

/** Runs an operation that changes something. */
export function useOperationMutation<O extends Operation>(
  operation: O,
  { invalidates = [], onSuccess, successText, handleError, inlineError }: MutationOptions<O> = {},
) {
  const callApi = useApi()
  const queryClient = useQueryClient()
  const showToast = useToast()
  const describeError = useErrorText()
  const t = translatorForFeatures(useI18n())
  const [shownError, setShownError] = useState<Error>()
  const reload = { label: t('refusal.reload'), onPress: () => void queryClient.invalidateQueries() }

  const mutation = useMutation({
    mutationFn: ({ input, ifMatch }: { input: Input<O>; ifMatch?: number }) =>
      callApi(operation, input, { ...(ifMatch !== undefined && { ifMatch }) }),
    onMutate: () => setShownError(undefined),
    onSuccess: async (output) => {
      if (successText) {
        showToast({ tone: 'success', text: typeof successText === 'string' ? successText : successText(output) })
      }
      onSuccess?.(output)
      await invalidate(queryClient, invalidates)
    },
    onError: (error) => {
      if (handleError?.(error)) return
      if (inlineError) setShownError(error)
      else
        showToast({
          tone: 'danger',
          text: describeError(error),
          ...(nextStep(error) === 'reload' && { action: reload }),
        })
    },
  })
  return { ...mutation, shownError }
}
