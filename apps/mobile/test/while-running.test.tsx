import { afterEach, expect, jest, test } from '@jest/globals'
import { act, render, renderHook, screen } from '@testing-library/react-native'
import type * as React from 'react'
import { SafeAreaProvider } from 'react-native-safe-area-context'
import { Text } from '@buy-locals/ui/text'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTimeWithZone } from '@buy-locals/values/format-time'
import { forgetAll } from '@buy-locals/client/stored-text'
import { useDeviceZone } from '../src/book/device-zone'
import { rememberLocale } from '../src/messages/device-locale'
import { LocaleProvider } from '../src/messages/locale-provider'
import { ofNavigator, useScreenOptions, useTabOptions } from '../src/shell/screen-options'

const mockPhone = { locale: 'en-US', zone: 'America/Boise', listeners: new Set<() => void>() }

jest.mock('expo-localization', () => {
  const { useEffect, useReducer } = jest.requireActual<typeof React>('react')
  function useChanges() {
    const [, change] = useReducer((count: number) => count + 1, 0)
    useEffect(() => {
      mockPhone.listeners.add(change)
      return () => void mockPhone.listeners.delete(change)
    }, [])
  }
  const getLocales = () => [{ languageTag: mockPhone.locale }]
  const getCalendars = () => [{ timeZone: mockPhone.zone }]
  return {
    getLocales,
    getCalendars,
    useLocales: () => (useChanges(), getLocales()),
    useCalendars: () => (useChanges(), getCalendars()),
  }
})

/** Somebody changes it in the settings of the phone, or lands. */
const change = (changes: Partial<typeof mockPhone>) =>
  act(async () => {
    Object.assign(mockPhone, changes)
    for (const listener of mockPhone.listeners) listener()
  })

afterEach(() => {
  forgetAll()
  Object.assign(mockPhone, { locale: 'en-US', zone: 'America/Boise' })
})

function Appointment() {
  const zone = useDeviceZone() ?? 'UTC'
  return <Text>{formatDateTimeWithZone(useI18n(), '2026-11-24T16:00:00Z', zone)}</Text>
}

const showAppointment = async () => {
  await render(
    <LocaleProvider>
      <Appointment />
    </LocaleProvider>,
  )
  return screen.findByText(/Nov 24.*9:00/)
}

test('where the phone changes its language or region, the app follows while it runs', async () => {
  await showAppointment()
  await change({ locale: 'es-US' })
  expect(await screen.findByText(/24 de nov|24 nov/i)).toBeTruthy()
})

test('a language that was chosen in the app stays', async () => {
  rememberLocale('en-US')
  await showAppointment()
  await change({ locale: 'es-US' })
  expect(screen.getByText(/Nov 24.*9:00/)).toBeTruthy()
})

test('in another time zone the app shows its times as soon as the phone does', async () => {
  await showAppointment()
  await change({ zone: 'America/New_York' })
  expect(await screen.findByText(/Nov 24.*11:00/)).toBeTruthy()
})

test('nothing of a screen lies under the notch of a phone on its side; a navigator leaves that to its screens', async () => {
  const metrics = {
    frame: { x: 0, y: 0, width: 844, height: 390 },
    insets: { top: 0, right: 47, bottom: 21, left: 47 },
  }
  const wrapper = ({ children }: { children: React.ReactNode }) => (
    <SafeAreaProvider initialMetrics={metrics}>{children}</SafeAreaProvider>
  )
  const sides = { paddingLeft: 47, paddingRight: 47 }
  const { result } = await renderHook(() => useScreenOptions(), { wrapper })
  expect(result.current({ navigation: { canGoBack: () => true } }).contentStyle).toMatchObject(sides)
  expect((await renderHook(() => useTabOptions(), { wrapper })).result.current.sceneStyle).toMatchObject(sides)
  expect(ofNavigator.contentStyle).toEqual({})
})
