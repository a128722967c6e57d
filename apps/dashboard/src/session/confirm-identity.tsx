import { useEffect, useRef } from 'react'
import { confirmIdentity } from '@buy-locals/contracts/auth/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useConfirmPrompt } from '@buy-locals/features/session/confirm-identity'
import { useFocusBack } from '@buy-locals/features/session/use-focus-back'
import { Dialog } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { CodeForm } from './code-form'

/** Over the page: what was sent goes on once the code is right. */
export function ConfirmIdentity() {
  const prompt = useConfirmPrompt()
  return prompt && <ConfirmDialog {...prompt} />
}

function ConfirmDialog({ finish }: NonNullable<ReturnType<typeof useConfirmPrompt>>) {
  const t = translatorForFeatures(useI18n())
  const field = useRef<{ focus: () => void }>(null)
  useFocusBack()
  useEffect(() => field.current?.focus(), [])
  const confirm = useOperationMutation(confirmIdentity, { inlineError: true, onSuccess: () => finish(true) })
  return (
    <Dialog open title={t('code.confirmTitle')} onClose={() => finish(false)}>
      <Stack gap="lg">
        <Text>{t('code.confirmText')}</Text>
        <CodeForm
          field={field}
          label={t('code.confirm')}
          error={confirm.error}
          busy={confirm.isPending}
          onSubmit={(code) => confirm.mutate({ input: { body: { code } } })}
        />
      </Stack>
    </Dialog>
  )
}
