import { afterEach, expect, jest, test } from '@jest/globals'
import { screen, userEvent, waitFor } from '@testing-library/react-native'
import { Linking } from 'react-native'
import { LocateButton } from '../src/location/locate-button'
import { startScreen } from './support'

const mockPhone = { granted: false, prompts: true, grants: true, position: null as object | null, prompted: 0 }
const mockAgain = 'canAskAgain'
jest.mock('expo-location', () => ({
  Accuracy: { Balanced: 3 },
  getForegroundPermissionsAsync: async () => ({ granted: mockPhone.granted, [mockAgain]: mockPhone.prompts }),
  requestForegroundPermissionsAsync: async () => {
    if (!mockPhone.granted && mockPhone.prompts) mockPhone.prompted += 1
    return { granted: mockPhone.granted || mockPhone.grants }
  },
  getLastKnownPositionAsync: async () => mockPhone.position,
  getCurrentPositionAsync: () => Promise.reject(new Error('Location services are disabled')),
}))

const there = { coords: { latitude: 43.61512, longitude: -116.20098 } }
afterEach(() => void Object.assign(mockPhone, { granted: false, prompts: true, grants: true, position: null, prompted: 0 })) // prettier-ignore

async function startLocating(phone: Partial<typeof mockPhone>) {
  Object.assign(mockPhone, phone)
  const app = await startScreen()
  const located: object[] = []
  await app.show(<LocateButton onLocated={(near) => void located.push(near)} />)
  await userEvent.press(screen.getByRole('button', { name: 'Use my location' }))
  return { ...app, located }
}

test('our reason stands before the system’s own prompt', async () => {
  const app = await startLocating({ position: there })
  expect(await screen.findByText('See what’s near you')).toBeTruthy()
  expect(mockPhone.prompted).toBe(0)
  await userEvent.press(screen.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(app.located).toEqual([{ lat: 43.61512, lon: -116.20098 }]))
  expect(mockPhone.prompted).toBe(1)
  app.end()
})

test('whoever does not go on sees no prompt', async () => {
  const app = await startLocating({ position: there })
  await userEvent.press(await screen.findByRole('button', { name: 'Not now' }))
  expect(mockPhone.prompted).toBe(0)
  expect(app.located).toEqual([])
  app.end()
})

test('where the phone lets the app see it already, nothing stands between', async () => {
  const app = await startLocating({ granted: true, position: there })
  await waitFor(() => expect(app.located).toHaveLength(1))
  app.end()
})

test('where it is denied, the settings are one press away', async () => {
  const open = jest.spyOn(Linking, 'openSettings').mockResolvedValue()
  const app = await startLocating({ prompts: false, grants: false })
  expect(await screen.findByText('Allow it in Settings, or enter a city or ZIP code.')).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Open Settings' }))
  expect(open).toHaveBeenCalled()
  app.end()
})

test('a phone that does not know where it is says so, and tries again', async () => {
  const app = await startLocating({ granted: true })
  expect(await screen.findByText('We couldn’t find your location')).toBeTruthy()
  mockPhone.position = there
  await userEvent.press(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(app.located).toHaveLength(1))
  app.end()
})
