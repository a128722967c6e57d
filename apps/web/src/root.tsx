import '@buy-locals/ui/ui.css'
import './site/site.css'
import { useMemo, type ReactNode, useContext } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router'
import figtree from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url'
import fraunces from '@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2?url'
import { I18nProvider } from '@buy-locals/features/i18n'
import { LinksProvider } from '@buy-locals/ui/links'
import { ToastProvider } from '@buy-locals/ui/toast'
import { UiMessagesProvider } from '@buy-locals/ui/ui-messages'
import { Nonce } from './nonce'
import { Anchor } from './site/anchor'
import { Broken } from './site/broken'
import { Footer } from './site/footer'
import { Header } from './site/header'
import { siteOf, useSite } from './site/use-site'
import { translatorForSite, siteI18n } from './messages/site-i18n'
import type { Asked } from './server/asked'

export const loader = ({ context }: Asked) => siteOf(context)

const font = { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' } as const

export const links = () => [
  { ...font, href: figtree },
  { ...font, href: fraunces },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

export function Layout({ children }: { children: ReactNode }) {
  const locale = useSite()?.locale ?? 'en-US'
  const nonce = useContext(Nonce)
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#FBF7F0" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1A1714" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        <Frame locale={locale}>{children}</Frame>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

function Frame({ locale, children }: { locale: string; children: ReactNode }) {
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
          </ToastProvider>
        </LinksProvider>
      </UiMessagesProvider>
    </I18nProvider>
  )
}

export default function Site() {
  return <Outlet />
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return <Broken error={error} />
}
