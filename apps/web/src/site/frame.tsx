import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { I18nProvider } from '@buy-locals/features/i18n'
import { OfflineToast } from '@buy-locals/features/offline-toast'
import { useConfirmPrompt } from '@buy-locals/features/session/confirm-identity'
import { rememberAccount, useSignInPrompt } from '@buy-locals/features/session/sign-in-again'
import { UiTexts } from '@buy-locals/features/ui-texts'
import { PageFocus } from '@buy-locals/ui/page-focus'
import { LinksProvider } from '@buy-locals/ui/links'
import { ToastProvider } from '@buy-locals/ui/toast'
import { siteI18n } from '../messages/site-i18n'
import { Anchor } from './anchor'
import { Arrival } from './arrival'
import { Footer } from './footer'
import { Header } from './header'
import { useSite } from './use-site'

const SignInAgain = lazy(() => import('../account/sign-in-again'))

const ConfirmIdentity = lazy(() => import('../account/confirm-identity'))

/** What surrounds every page: its language, its links, the bar above it and the footer. */
export function Frame({ locale, children }: { locale: string; children: ReactNode }) {
  const i18n = siteI18n(locale)
  return (
    <I18nProvider i18n={i18n}>
      <UiTexts>
        <LinksProvider anchor={Anchor}>
          <ToastProvider>
            <Header />
            {children}
            <Footer />
            <SignInPrompt />
            <ConfirmPrompt />
            <PageFocus />
            <Arrival />
            <OfflineToast />
          </ToastProvider>
        </LinksProvider>
      </UiTexts>
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

function ConfirmPrompt() {
  const prompt = useConfirmPrompt()
  return (
    prompt && (
      <Suspense>
        <ConfirmIdentity {...prompt} />
      </Suspense>
    )
  )
}
