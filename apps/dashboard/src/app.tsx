import { useMemo, useState } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import type { DataRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { ApiProvider } from '@buy-locals/client/api-context'
import { I18nProvider } from '@buy-locals/features/i18n'
import { OfflineToast } from '@buy-locals/features/offline-toast'
import { UiTexts } from '@buy-locals/features/ui-texts'
import { PageFocus } from '@buy-locals/ui/page-focus'
import { LinksProvider } from '@buy-locals/ui/links'
import { ToastProvider } from '@buy-locals/ui/toast'
import { standardLocale, type Locale } from '@buy-locals/values/locale'
import { callApi } from './api/call-api'
import { queryClient } from './api/queries'
import { RouterAnchor } from './shell/links'
import { dashboardI18n, loadDashboardI18n } from './messages/dashboard-i18n'
import { LocaleProvider } from './messages/locale'

/** The texts of `locale` are loaded. */
export function App({ router, locale = standardLocale }: { router: DataRouter; locale?: Locale }) {
  const [i18n, setI18n] = useState(() => dashboardI18n(locale))
  const change = useMemo(() => async (next: Locale) => setI18n(await loadDashboardI18n(next)), [])
  return (
    <I18nProvider i18n={i18n}>
      <UiTexts>
        <LocaleProvider change={change}>
          <QueryClientProvider client={queryClient}>
            <ApiProvider callApi={callApi}>
              <LinksProvider anchor={RouterAnchor}>
                <ToastProvider>
                  <RouterProvider router={router} />
                  <PageFocus />
                  <OfflineToast />
                </ToastProvider>
              </LinksProvider>
            </ApiProvider>
          </QueryClientProvider>
        </LocaleProvider>
      </UiTexts>
    </I18nProvider>
  )
}
