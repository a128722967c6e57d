import { lazy, Suspense, useEffect, useMemo, type ReactNode } from 'react'
import { I18nProvider } from '@buy-locals/features/i18n'
import { rememberAccount, useSignInPrompt } from '@buy-locals/features/session/sign-in-again'
import { LinksProvider } from '@buy-locals/ui/links'
import { ToastProvider } from '@buy-locals/ui/toast'
import { UiMessagesProvider } from '@buy-locals/ui/ui-messages'
import { siteI18n, translatorForSite } from '../messages/site-i18n'
import { Anchor } from './anchor'
import { Footer } from './footer'
import { Header } from './header'
import { useSite } from './use-site'

const SignInAgain = lazy(() => import('../account/sign-in-again'))

/** What surrounds every page: its language, its links, the bar above it and the footer. */
export function Frame({ locale, children }: { locale: string; children: ReactNode }) {
  const i18n = siteI18n(locale)
  const messages = useMemo(() => {
    const t = translatorForSite(i18n)
    const star = (count: number) => t('site.ui.star', { count })
    const names = ['close', 'dismiss', 'showPassword', 'hidePassword', 'optional', 'choose', 'fewer', 'more'] as const
    const [close, dismiss, showPassword, hidePassword, optional, choose, fewer, more] = names.map((name) =>
      t(`site.ui.${name}`),
    ) as [string, string, string, string, string, string, string, string]
    return { close, dismiss, showPassword, hidePassword, optional, choose, fewer, more, star }
  }, [i18n])
  return (
    <I18nProvider i18n={i18n}>
      <UiMessagesProvider messages={messages}>
        <LinksProvider anchor={Anchor}>
          <ToastProvider>
            <Header />
            {children}
            <Footer />
            <SignInPrompt />
          </ToastProvider>
        </LinksProvider>
      </UiMessagesProvider>
    </I18nProvider>
  )
}

function SignInPrompt() {
  const me = useSite()?.me
  const prompt = useSignInPrompt()
  useEffect(() => {
    if (me) rememberAccount(me)
  }, [me])
  return (
    prompt && (
      <Suspense>
        <SignInAgain {...prompt} />
      </Suspense>
    )
  )
}
