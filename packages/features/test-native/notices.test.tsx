import { expect, test } from '@jest/globals'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, screen, userEvent } from '@testing-library/react-native'
import type { Api } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { ApiProvider } from '@buy-locals/client/api-context'
import { noteFailure, noteResponse } from '@buy-locals/client/online'
import { listMessages, sendMessage } from '@buy-locals/contracts/booking/operations'
import type { NotificationPreference } from '@buy-locals/contracts/notification/shapes'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { newId } from '@buy-locals/values/ids'
import { ErrorNotice } from '../src/error-notice'
import { createI18n, I18nProvider } from '../src/i18n'
import { en } from '../src/messages/en'
import { es } from '../src/messages/es'
import { OfflineToast } from '../src/offline-toast'
import { useOperationMutation } from '../src/operation/use-operation-mutation'
import { PreferenceList } from '../src/preference-list'
import { UiTexts } from '../src/ui-texts'
import { show } from './show'

test('whoever is offline reads so at once, and that it is over', async () => {
  await show(<OfflineToast />)
  await act(async () => {
    noteFailure(performance.now())
    noteFailure(performance.now() + 1)
  })
  expect(screen.getByText(/^You’re offline/)).toBeTruthy()
  await act(async () => noteResponse())
  expect(screen.getByText('You’re back online.')).toBeTruthy()
})

test('each notification is turned on and off by its channel; one that reaches nobody says what to add', async () => {
  const chosen: NotificationPreference[] = []
  const items: NotificationPreference[] = [
    { kind: 'reminder', channel: 'mail', enabled: true },
    { kind: 'reminder', channel: 'sms', enabled: true },
  ]
  const { followed } = await show(
    <PreferenceList
      kinds={['reminder']}
      items={items}
      saving={[]}
      isTexted={false}
      hasDevice={false}
      addHref="https://buylocals.example/account"
      onChoose={(preference) => void chosen.push(preference)}
    />,
  )
  await fireEvent(screen.getByRole('switch', { name: 'Email' }), 'valueChange', false)
  expect(chosen).toEqual([{ kind: 'reminder', channel: 'mail', enabled: false }])
  expect(screen.getByRole('switch', { name: 'Text message', checked: false }).props['disabled']).toBe(true)
  expect(screen.getByText('Add a phone number to get texts.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Add a phone number for texts' })).toBeTruthy()
  expect(followed).toEqual([])
})

const bookingId = newId('booking')
const stale = new Refusal(412, { code: 'stale' })

function Send() {
  const { mutate } = useOperationMutation(sendMessage, { invalidates: [listMessages], successText: 'Sent' })
  const input = { params: { bookingId }, body: { sentBy: 'consumer' as const, text: 'Is there parking?' } }
  return <Button label="Send" onPress={() => mutate({ input })} />
}

/** Presses the button of a screen whose requests `callApi` gets. */
async function send(callApi: Api) {
  await show(
    <QueryClientProvider client={new QueryClient()}>
      <ApiProvider callApi={callApi}>
        <Send />
      </ApiProvider>
    </QueryClientProvider>,
  )
  await userEvent.press(screen.getByRole('button', { name: 'Send' }))
}

test('what was done is said', async () => {
  await send((async () => undefined) as unknown as Api)
  expect(await screen.findByText('Sent')).toBeTruthy()
})

test('what was refused says why, until it is dismissed', async () => {
  await send(() => Promise.reject(new Refusal(409, { code: 'booking/thread-closed' })))
  expect(await screen.findByText(en.refusal.byCode['booking/thread-closed'])).toBeTruthy()
  expect(screen.queryByText('Sent')).toBeNull()
  await userEvent.press(screen.getByRole('button', { name: 'Dismiss' }))
  expect(screen.queryByText(en.refusal.byCode['booking/thread-closed'])).toBeNull()
})

test('an error leads to where it can be mended, by a link or by reading again, and is gone then', async () => {
  const reads: string[] = []
  const ways = {
    bookings: { label: 'Bookings', href: '/bookings' },
    reload: { label: 'Reload', onPress: () => void reads.push('again') },
  }
  const notices = (
    <>
      <ErrorNotice error={new Refusal(409, { code: 'booking/too-many-holds' })} ways={ways} />
      <ErrorNotice error={stale} ways={ways} />
      <ErrorNotice error={undefined} ways={ways} />
    </>
  )
  const { followed } = await show(notices)
  await userEvent.press(screen.getByRole('link', { name: 'Bookings' }))
  expect(followed).toEqual(['/bookings'])
  expect(screen.getByText(en.refusal.byCode.stale)).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Reload' }))
  expect(reads).toEqual(['again'])
  expect(screen.queryByText(en.refusal.byCode.stale)).toBeNull()
})

test('what components say by themselves is in the reader’s language', async () => {
  const spanish = createI18n('es-US', { features: es })
  const password = (
    <UiTexts>
      <PasswordField label="Contraseña" />
    </UiTexts>
  )
  await show(<I18nProvider i18n={spanish}>{password}</I18nProvider>)
  expect(screen.getByRole('button', { name: es.ui.showPassword })).toBeTruthy()
})
