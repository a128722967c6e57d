import { useEffect, useRef } from 'react'
import { confirmIdentity } from '@buy-locals/contracts/auth/operations'
import type { useConfirmPrompt } from '@buy-locals/features/session/confirm-identity'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useFocusBack } from '@buy-locals/features/session/use-focus-back'
import { Dialog } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { callApi } from '../api/call-api'
import { CodeForm } from './code-form'

type Props = NonNullable<ReturnType<typeof useConfirmPrompt>>

/** Over the page: what was sent goes on once the code is right. */
export default function ConfirmIdentity({ finish }: Props) {
  const t = translatorForFeatures(useI18n())
  const field = useRef<{ focus: () => void }>(null)
  useFocusBack()
  useEffect(() => field.current?.focus(), [])
  return (
    <Dialog open title={t('code.confirmTitle')} onClose={() => finish(false)}>
      <Stack gap="lg">
        <Text>{t('code.confirmText')}</Text>
        <CodeForm
          field={field}
          label={t('code.confirm')}
          send={(code) => callApi(confirmIdentity, { body: { code } })}
          onDone={() => finish(true)}
        />
      </Stack>
    </Dialog>
  )
}
