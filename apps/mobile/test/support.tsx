import { expect } from '@jest/globals'
import { render } from '@testing-library/react-native'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { SafeAreaProvider } from 'react-native-safe-area-context'
import { scriptApi } from '@buy-locals/api-client/testing/scripted-api'
import { ApiProvider } from '@buy-locals/client/api-context'
import { ServerAddressProvider } from '@buy-locals/client/server-address'
import { I18nProvider } from '@buy-locals/features/i18n'
import { UiTexts } from '@buy-locals/features/ui-texts'
import { LinksProvider } from '@buy-locals/ui/links'
import { ToastProvider } from '@buy-locals/ui/toast'
import { loadMobileI18n } from '../src/messages/mobile-i18n'
import { callApi } from '../src/server/call-api'
import { listFaults } from './usable'

const aPhone = { frame: { x: 0, y: 0, width: 390, height: 844 }, insets: { top: 47, right: 0, bottom: 34, left: 0 } }

/** A screen below the one that is seen: it notes each time that what is under a name is read. */
export function Below({ name, reads }: { name: string; reads: string[] }) {
  useQuery({ queryKey: [name, 'below'], queryFn: () => reads.push(name) })
  return null
}

/** Tells whether anything is shown. */
function Shown({ onChange }: { onChange: (isShown: boolean) => void }) {
  useEffect(() => {
    onChange(true)
    return () => onChange(false)
  }, [onChange])
  return null
}

/** A screen of the app against a server whose responses the test writes, checked against the contracts. */
export async function startScreen() {
  const server = scriptApi()
  const followed: string[] = []
  const i18n = await loadMobileI18n('en-US')
  const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } })
  let queryClient = newClient()
  let isShown = false
  const noteShown = (is: boolean) => void (isShown = is)
  /** Whatever a test leaves on the screen can be used by everybody. */
  const check = () => expect(isShown ? listFaults() : []).toEqual([])
  return {
    ...server,
    followed,
    queryClient: () => queryClient,
    /** Nothing is remembered but what the device keeps. */
    restart: () => void (queryClient = newClient()),
    show: (screen: ReactNode) =>
      render(
        <I18nProvider i18n={i18n}>
          <UiTexts>
            <QueryClientProvider client={queryClient}>
              <ServerAddressProvider origin="http://127.0.0.1:4000">
                <ApiProvider callApi={callApi}>
                  <LinksProvider follow={(href) => void followed.push(href)}>
                    <SafeAreaProvider initialMetrics={aPhone}>
                      <ToastProvider>
                        <Shown onChange={noteShown} />
                        {screen}
                      </ToastProvider>
                    </SafeAreaProvider>
                  </LinksProvider>
                </ApiProvider>
              </ServerAddressProvider>
            </QueryClientProvider>
          </UiTexts>
        </I18nProvider>,
      ),
    forget: () => queryClient.clear(),
    check,
    end() {
      check()
      queryClient.clear()
      server[Symbol.dispose]()
    },
  }
}
