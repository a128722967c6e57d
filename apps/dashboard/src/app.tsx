import { QueryClientProvider } from '@tanstack/react-query'
import type { DataRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { I18nProvider, createI18n } from '@buy-locals/features/i18n'
import { LinksProvider } from '@buy-locals/ui/links'
import { ToastProvider } from '@buy-locals/ui/toast'
import { queryClient } from './api/queries'
import { RouterAnchor } from './shell/links'
import { en } from './messages/en'
import { browserLocale } from './clock'

const i18n = createI18n(browserLocale(), { en: { dashboard: en } })

export function App({ router }: { router: DataRouter }) {
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <LinksProvider anchor={RouterAnchor}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </LinksProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}
