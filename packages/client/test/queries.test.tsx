// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { MutationObserver, onlineManager, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { refuse, scriptApi, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { listInvitations, listProviders, readMe, refresh } from '@buy-locals/contracts/auth/operations'
import { ApiProvider } from '../src/queries/api-context'
import { invalidate } from '../src/queries/operation-query'
import { createQueryClient } from '../src/queries/query-client'
import { useOperationQuery } from '../src/queries/use-operation-query'
import { cookieSession } from '../src/session/cookie-session'
import { sessionApi } from '../src/session/session-api'

const none = { items: [] }

/** An app on which hooks are rendered. */
function startApp() {
  const script = scriptApi()
  const queryClient = createQueryClient()
  const callApi = sessionApi({ store: cookieSession })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <ApiProvider callApi={callApi}>{children}</ApiProvider>
    </QueryClientProvider>
  )
  onTestFinished(() => {
    cleanup()
    queryClient.clear()
    script[Symbol.dispose]()
  })
  return { ...script, queryClient, show: <T,>(hook: () => T) => renderHook(hook, { wrapper }).result }
}

afterEach(() => vi.restoreAllMocks())

test('two screens that show the same read it once, and again once it is no longer valid', async () => {
  const app = startApp()
  app.respond(listProviders, none)
  const first = app.show(() => useOperationQuery(listProviders, {}))
  const second = app.show(() => useOperationQuery(listProviders, {}))
  await waitFor(() => expect([first.current.data, second.current.data]).toEqual([none, none]))
  expect(app.received(listProviders)).toHaveLength(1)
  await act(() => invalidate(app.queryClient, [listProviders]))
  expect(app.received(listProviders)).toHaveLength(2)
})

test('a refusal is final; where nothing answers it is tried again', async () => {
  const app = startApp()
  app.respond(listInvitations, refuse('forbidden'))
  app.respond(listProviders, unreachable, none)
  const refused = app.show(() => useOperationQuery(listInvitations, {}))
  const lost = app.show(() => useOperationQuery(listProviders, {}))
  await waitFor(() => expect(refused.current.isError).toBe(true))
  await waitFor(() => expect(lost.current.data).toEqual(none), { timeout: 10_000 })
  expect(app.received(listInvitations)).toHaveLength(1)
})

test('once the session has ended, who is signed in is read again', async () => {
  const app = startApp()
  app.respond(refresh, refuse('auth/session-ended'))
  app.respond(readMe, refuse('unauthenticated'))
  app.respond(listInvitations, refuse('unauthenticated'))
  const me = app.show(() => useOperationQuery(readMe, {}))
  await waitFor(() => expect(me.current.isError).toBe(true))
  const before = app.received(readMe).length
  app.show(() => useOperationQuery(listInvitations, {}))
  await waitFor(() => expect(app.received(readMe).length).toBeGreaterThan(before))
})

test('whoever comes back to the app sees what has changed meanwhile', async () => {
  const app = startApp()
  app.queryClient.setDefaultOptions({ queries: { staleTime: 0 } })
  app.respond(listProviders, none)
  const shown = app.show(() => useOperationQuery(listProviders, {}))
  await waitFor(() => expect(shown.current.data).toEqual(none))
  for (const state of ['hidden', 'visible'] as const) {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
    document.dispatchEvent(new Event('visibilitychange'))
  }
  await waitFor(() => expect(app.received(listProviders)).toHaveLength(2))
})

test('what is changed offline is refused at once where it is not to be sent later', async () => {
  const outcomes = [true, false].map((sendsLater) => {
    const queryClient = createQueryClient({ sendsLater })
    onlineManager.setOnline(false)
    const mutation = new MutationObserver(queryClient, { mutationFn: async () => unreachable() })
    mutation.mutate().catch(() => {})
    return mutation
  })
  onTestFinished(() => onlineManager.setOnline(true))
  await waitFor(() => expect(outcomes[1]?.getCurrentResult().status).toBe('error'))
  expect(outcomes[0]?.getCurrentResult()).toMatchObject({ status: 'pending', isPaused: true })
})
