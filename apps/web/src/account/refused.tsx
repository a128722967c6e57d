import { useI18n } from '@buy-locals/features/i18n'
import { errorText } from '@buy-locals/features/messages/error-text'
import { Notice } from '@buy-locals/ui/notice'

export function Refused({ error }: { error: unknown }) {
  const i18n = useI18n()
  return error ? <Notice tone="danger" title={errorText(i18n, error)} /> : null
}
