import { useI18n } from '@buy-locals/features/i18n-provider'
import { wordsOf } from '@buy-locals/features/messages/refusal-words'
import { Notice } from '@buy-locals/ui/notice'

export function Refused({ error }: { error: unknown }) {
  const i18n = useI18n()
  return error ? <Notice tone="bad" title={wordsOf(i18n, error)} /> : null
}
