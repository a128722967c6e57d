import { useI18n } from '@buy-locals/features/i18n'
import { errorText } from '@buy-locals/features/messages/error-text'
import { Notice } from '@buy-locals/ui/notice'

/** What went wrong and what to do about it; nothing where nothing went wrong. */
export function ErrorNotice({ error }: { error: unknown }) {
  const i18n = useI18n()
  return error ? <Notice tone="danger" title={errorText(i18n, error)} /> : null
}
