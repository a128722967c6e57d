import { jest } from '@jest/globals'
import type * as React from 'react'
import type * as ReactNative from 'react-native'

/** What a phone has beyond JavaScript: tokens that are stored, as long as a test runs. */
jest.mock('expo-secure-store', () => {
  const stored = new Map<string, string>()
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItemAsync: async (key: string, value: string) => void stored.set(key, value),
    deleteItemAsync: async (key: string) => void stored.delete(key),
  }
})

/** What the system says about notifications until a test has it say something else. */
jest.mock('expo-notifications', () => {
  const permission = { granted: false, status: 'undetermined', expires: 'never' }
  return {
    getPermissionsAsync: jest.fn(async () => permission),
    requestPermissionsAsync: jest.fn(async () => ({ ...permission, granted: true, status: 'granted' })),
    getDevicePushTokenAsync: jest.fn(async () => ({ type: 'ios', data: 'a1'.repeat(32) })),
    unregisterForNotificationsAsync: jest.fn(async () => {}),
    setNotificationHandler: jest.fn(),
    getLastNotificationResponse: jest.fn(() => null),
    clearLastNotificationResponse: jest.fn(),
    addNotificationResponseReceivedListener: jest.fn(() => ({ remove: () => {} })),
  }
})

/** Stripe's sheet is the system's: it is there, and is closed as soon as it opens. */
jest.mock('@stripe/stripe-react-native', () => ({
  PaymentSheetError: { Canceled: 'Canceled', Failed: 'Failed', Timeout: 'Timeout' },
  initStripe: jest.fn(async () => {}),
  initPaymentSheet: jest.fn(async () => ({})),
  presentPaymentSheet: jest.fn(async () => ({ error: { code: 'Canceled' } })),
  handleURLCallback: jest.fn(async () => true),
}))

/** Rows of a list are laid out by the system, which is not there. */
jest.mock('@shopify/flash-list/dist/recyclerview/utils/measureLayout', () => {
  const screen = { x: 0, y: 0, width: 400, height: 900 }
  const row = { ...screen, height: 100 }
  return {
    ...jest.requireActual<object>('@shopify/flash-list/dist/recyclerview/utils/measureLayout'),
    measureParentSize: () => screen,
    measureFirstChildLayout: () => screen,
    measureItemLayout: () => row,
  }
})

/** The phone's own map: pins are what is pressed of it. */
jest.mock('react-native-maps', () => {
  const { createElement, useImperativeHandle } = jest.requireActual<typeof React>('react')
  const { Pressable, View } = jest.requireActual<typeof ReactNative>('react-native')
  function MapView({ ref, ...map }: { ref?: React.Ref<object> }) {
    useImperativeHandle(ref, () => ({ animateToRegion: () => undefined }))
    return createElement(View, map)
  }
  return { __esModule: true, default: MapView, Marker: (pin: object) => createElement(Pressable, pin) }
})

const { DateTimeFormat, ListFormat, Locale, NumberFormat, PluralRules } = Intl
Object.assign(globalThis, { intlOfNode: { DateTimeFormat, ListFormat, Locale, NumberFormat, PluralRules } })

/** Hermes has none of these, or has them on one system alone. */
for (const name of ['DisplayNames', 'ListFormat', 'Locale', 'PluralRules', 'RelativeTimeFormat', 'Segmenter'])
  Reflect.deleteProperty(Intl, name)
class HermesDateTimeFormat extends DateTimeFormat {}
class HermesNumberFormat extends NumberFormat {}
Object.assign(Intl, { DateTimeFormat: HermesDateTimeFormat, NumberFormat: HermesNumberFormat })
for (const method of ['formatRange', 'formatRangeToParts', 'formatToParts'])
  for (const { prototype } of [HermesDateTimeFormat, HermesNumberFormat])
    Object.defineProperty(prototype, method, { value: undefined })
