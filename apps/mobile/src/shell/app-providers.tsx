import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiProvider } from '@buy-locals/client/api-context'
import { createQueryClient } from '@buy-locals/client/query-client'
import { ServerAddressProvider } from '@buy-locals/client/server-address'
import { OfflineToast } from '@buy-locals/features/offline-toast'
import { UiTexts } from '@buy-locals/features/ui-texts'
import { PageFocus } from '@buy-locals/ui/page-focus'
import { ToastProvider } from '@buy-locals/ui/toast'
import { LocaleProvider } from '../messages/locale-provider'
import { callApi } from '../server/call-api'
import { keepForOffline } from '../server/keep-for-offline'
import { serverUrl } from '../server/server-url'
import { FollowPushes } from '../push/follow-pushes'
import { ConfirmIdentity } from '../session/confirm-identity'
import { FollowLinks } from './follow-links'
import { UpgradeGate } from './upgrade-gate'

/** A change is made now or refused now: nothing waits on a phone until it is online. */
const sendsLater = false
const queryClient = createQueryClient({ sendsLater })
keepForOffline(queryClient)

/** What every screen has around it. */
export function AppProviders({ children }: { children: ReactNode }) {
  return (
    <LocaleProvider>
      <UiTexts>
        <QueryClientProvider client={queryClient}>
          <ServerAddressProvider origin={serverUrl}>
            <ApiProvider callApi={callApi}>
              <FollowLinks>
                <ToastProvider>
                  <UpgradeGate>{children}</UpgradeGate>
                  <ConfirmIdentity />
                  <FollowPushes />
                  <PageFocus />
                  <OfflineToast sendsLater={sendsLater} />
                </ToastProvider>
              </FollowLinks>
            </ApiProvider>
          </ServerAddressProvider>
        </QueryClientProvider>
      </UiTexts>
    </LocaleProvider>
  )
}
