import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { ApiProvider } from '@buy-locals/client/api-context'
import { createQueryClient } from '@buy-locals/client/query-client'
import { ServerAddressProvider } from '@buy-locals/client/server-address'
import { I18nProvider, type I18n } from '@buy-locals/features/i18n'
import { OfflineToast } from '@buy-locals/features/offline-toast'
import { UiTexts } from '@buy-locals/features/ui-texts'
import { ToastProvider } from '@buy-locals/ui/toast'
import { deviceLocale } from '../messages/device-locale'
import { loadMobileI18n } from '../messages/mobile-i18n'
import { callApi } from '../server/call-api'
import { serverUrl } from '../server/server-url'
import { FollowLinks } from './follow-links'

const queryClient = createQueryClient()

/** What every screen has around it. Nothing is shown until the texts are there, which come with the app. */
export function AppProviders({ children }: { children: ReactNode }) {
  const [i18n, setI18n] = useState<I18n>()
  useEffect(() => void loadMobileI18n(deviceLocale()).then(setI18n), [])
  if (!i18n) return null
  return (
    <I18nProvider i18n={i18n}>
      <UiTexts>
        <QueryClientProvider client={queryClient}>
          <ServerAddressProvider origin={serverUrl}>
            <ApiProvider callApi={callApi}>
              <FollowLinks>
                <ToastProvider>
                  {children}
                  <OfflineToast />
                </ToastProvider>
              </FollowLinks>
            </ApiProvider>
          </ServerAddressProvider>
        </QueryClientProvider>
      </UiTexts>
    </I18nProvider>
  )
}
