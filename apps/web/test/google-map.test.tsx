// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { GoogleMap } from '@buy-locals/features/google-map'
import { I18nProvider } from '@buy-locals/features/i18n'
import { siteI18n } from '../src/messages/site-i18n'

afterEach(cleanup)

test('until Google’s map has loaded it says so, and where Google refuses the key, that too', async () => {
  render(
    <I18nProvider i18n={siteI18n('en-US')}>
      <GoogleMap apiKey="AIzaSy-key" defaultCenter={{ lat: 43.6, lng: -116.2 }} defaultZoom={13} />
    </I18nProvider>,
  )
  expect(screen.getByRole('status').textContent).toBe('Loading the map')
  act(() => (window as unknown as { gm_authFailure(): void }).gm_authFailure())
  expect(screen.getByRole('status').textContent).toBe('The map didn’t load. Reload the page to try again.')
})
