// @vitest-environment jsdom
import { act, cleanup, renderHook, screen, waitFor } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { expect, onTestFinished, test } from 'vitest'
import { refuse, scriptApi, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { ApiProvider } from '@buy-locals/client/api-context'
import { cookieSession } from '@buy-locals/client/cookie-session'
import { createQueryClient } from '@buy-locals/client/query-client'
import { sessionApi } from '@buy-locals/client/session-api'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { listMessages, sendMessage } from '@buy-locals/contracts/booking/operations'
import { ToastProvider } from '@buy-locals/ui/toast'
import { newId } from '@buy-locals/values/ids'
import { I18nProvider } from '../src/i18n'
import { useNextPage } from '../src/operation/use-next-page'
import { useOperationMutation, type MutationOptions } from '../src/operation/use-operation-mutation'
import { aThread } from '../src/testing/examples'
import { english } from '../src/testing/english'
import { UiTexts } from '../src/ui-texts'

const bookingId = newId('booking')
const input = { params: { bookingId }, body: { sentBy: 'consumer' as const, text: 'Hello' } }

function startApp() {
  const script = scriptApi()
  const queryClient = createQueryClient()
  const callApi = sessionApi({ store: cookieSession })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <I18nProvider i18n={english}>
      <UiTexts>
        <QueryClientProvider client={queryClient}>
          <ApiProvider callApi={callApi}>
            <ToastProvider>{children}</ToastProvider>
          </ApiProvider>
        </QueryClientProvider>
      </UiTexts>
    </I18nProvider>
  )
  onTestFinished(() => {
    cleanup()
    queryClient.clear()
    sessionStorage.clear()
    script[Symbol.dispose]()
  })
  return {
    ...script,
    open: (options?: MutationOptions<typeof sendMessage>) =>
      renderHook(() => useOperationMutation(sendMessage, options), { wrapper }),
    show: <T,>(hook: () => T) => renderHook(hook, { wrapper }).result,
  }
}

test('what is pressed again on a page that was left meanwhile carries the same key', async () => {
  const app = startApp()
  app.respond(sendMessage, unreachable, refuse('internal'))
  const first = app.open()
  act(() => first.result.current.mutate({ input }))
  await screen.findByText('You’re offline. Check your connection, then try again.')
  first.unmount()
  const second = app.open({ inlineError: true })
  act(() => second.result.current.mutate({ input }))
  await waitFor(() => expect(second.result.current.shownError).toBeTruthy())
  const [before, after] = app.received(sendMessage)
  expect(after?.idempotencyKey).toBe(before?.idempotencyKey)
})

test('a toast that tells to reload has a button that reads again what is shown', async () => {
  const app = startApp()
  app.respond(listMessages, aThread())
  app.respond(sendMessage, refuse('booking/wrong-state'))
  const thread = app.show(() => useOperationQuery(listMessages, { params: { bookingId } }))
  await waitFor(() => expect(thread.current.isSuccess).toBe(true))
  const { result } = app.open()
  act(() => result.current.mutate({ input }))
  const changed = 'This booking has changed in the meantime. Reload the page.'
  await screen.findByText(changed)
  act(() => screen.getByRole('button', { name: 'Reload' }).click())
  await waitFor(() => expect(app.received(listMessages)).toHaveLength(2))
  expect(screen.queryByText(changed)).toBeNull()
})

test('what it changes is read again by the screens that show it', async () => {
  const app = startApp()
  app.respond(listMessages, aThread())
  app.respond(sendMessage, { number: 1, sentBy: 'consumer', text: 'Hello', sentAt: '2026-11-24T09:00:00Z' } as never)
  const thread = app.show(() => useOperationQuery(listMessages, { params: { bookingId } }))
  await waitFor(() => expect(thread.current.isSuccess).toBe(true))
  const { result } = app.open({ invalidates: [listMessages], successText: 'Sent' })
  act(() => result.current.mutate({ input }))
  await screen.findByText('Sent')
  await waitFor(() => expect(app.received(listMessages)).toHaveLength(2))
})

test('a page that does not come says why, and what is there stays', async () => {
  const app = startApp()
  app.respond(listMessages, { ...aThread(), nextCursor: 'older' }, refuse('forbidden'), aThread())
  const shown = app.show(() => {
    const pages = usePagedQuery(listMessages, { params: { bookingId }, query: {} })
    return { pages, next: useNextPage(pages) }
  })
  await waitFor(() => expect(shown.current.next?.isBusy).toBe(false))
  act(() => shown.current.next?.onPress())
  await screen.findByText('Your role doesn’t allow this.')
  expect(shown.current.pages.data?.pages).toHaveLength(1)
  act(() => shown.current.next?.onPress())
  await waitFor(() => expect(shown.current.pages.data?.pages).toHaveLength(2))
  expect(shown.current.next).toBeUndefined()
})
