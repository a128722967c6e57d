import { useMemo, type ReactNode } from 'react'
import { UiMessagesProvider } from '@buy-locals/ui/ui-messages'
import { translatorForFeatures, useI18n } from './i18n'

/** Gives components the texts that they show by themselves, in the reader's language. */
export function UiTexts({ children }: { children: ReactNode }) {
  const i18n = useI18n()
  const messages = useMemo(() => {
    const t = translatorForFeatures(i18n)
    return {
      close: t('ui.close'),
      dismiss: t('ui.dismiss'),
      showPassword: t('ui.showPassword'),
      hidePassword: t('ui.hidePassword'),
      optional: t('ui.optional'),
      choose: t('ui.choose'),
      fewer: t('ui.fewer'),
      more: t('ui.more'),
      badNumber: t('ui.badNumber'),
      star: (count: number) => t('ui.star', { count }),
    }
  }, [i18n])
  return <UiMessagesProvider messages={messages}>{children}</UiMessagesProvider>
}
