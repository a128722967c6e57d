import { useState } from 'react'
import { confirmIdentity } from '@buy-locals/contracts/auth/operations'
import { CodeField, isCode, isWrongCode } from '@buy-locals/features/code-field'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useConfirmPrompt } from '@buy-locals/features/session/confirm-identity'
import { Button } from '@buy-locals/ui/button'
import { Dialog } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { ErrorNotice } from '../shell/error-notice'
import { sessionStore } from './session-store'

/** Over the screen: what was sent goes on once the code is right. */
export function ConfirmIdentity() {
  const prompt = useConfirmPrompt()
  return prompt && <ConfirmDialog {...prompt} />
}

function ConfirmDialog({ finish }: NonNullable<ReturnType<typeof useConfirmPrompt>>) {
  const t = translatorForFeatures(useI18n())
  const [code, setCode] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { mutate, isPending, error, shownError } = useOperationMutation(confirmIdentity, {
    inlineError: true,
    onSuccess: ({ session }) => void sessionStore.save(session).then(() => finish(true)),
  })
  function confirm() {
    setMissing(!isCode(code))
    if (isCode(code)) mutate({ input: { body: { code: code.trim() } } })
  }
  const actions = <Button wide busy={isPending} label={t('code.confirm')} onPress={confirm} />
  return (
    <Dialog open title={t('code.confirmTitle')} actions={actions} onClose={() => finish(false)}>
      <Stack gap="lg">
        <Text>{t('code.confirmText')}</Text>
        <CodeField value={code} onChange={setCode} isMissing={isMissing && !isCode(code)} error={error} />
        {!isWrongCode(error) && <ErrorNotice error={shownError} />}
      </Stack>
    </Dialog>
  )
}
