// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { noteFailure, noteResponse } from '@buy-locals/client/online'
import { ToastProvider } from '@buy-locals/ui/toast'
import { I18nProvider } from '../src/i18n'
import { OfflineToast } from '../src/offline-toast'
import { english } from '../src/testing/english'
import { UiTexts } from '../src/ui-texts'

afterEach(() => {
  cleanup()
  noteResponse()
})

function lose(sendsLater?: boolean) {
  render(
    <I18nProvider i18n={english}>
      <UiTexts>
        <ToastProvider>
          <OfflineToast {...(sendsLater !== undefined && { sendsLater })} />
        </ToastProvider>
      </UiTexts>
    </I18nProvider>,
  )
  act(() => {
    noteFailure(performance.now())
    noteFailure(performance.now() + 1)
  })
}

test('where changes are sent later, offline it is said that they go on', () => {
  lose()
  expect(screen.getByText(/we go on when you’re back/)).toBeDefined()
  act(noteResponse)
  expect(screen.getByText('You’re back online.')).toBeDefined()
})

test('where they are refused, nobody is promised that anything goes on', () => {
  lose(false)
  expect(screen.getByText('You’re offline. To change something, connect first.')).toBeDefined()
  expect(screen.queryByText(/go on/)).toBeNull()
})
