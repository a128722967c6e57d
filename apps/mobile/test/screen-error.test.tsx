import { expect, jest, test } from '@jest/globals'
import { render, screen, userEvent } from '@testing-library/react-native'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ErrorBoundary } from '../src/routes/_layout'

jest.mock('expo-router', () => ({
  Stack: { Screen: () => null },
  router: {},
  useGlobalSearchParams: () => ({}),
  usePathname: () => '/',
}))

test('whatever fails is shown in its own place: each screen and navigator catches its errors', () => {
  const routes = globSync('../src/routes/**/*.tsx', { cwd: __dirname })
  expect(routes.length).toBeGreaterThan(30)
  const without = routes.filter((file) => !/ErrorBoundary\b/.test(readFileSync(join(__dirname, file), 'utf8')))
  expect(without).toEqual([])
})

test('where all of the app has failed, there is still a text and a way to try again', async () => {
  const retries: string[] = []
  const retry = async () => void retries.push('again')
  await render(<ErrorBoundary error={new Error('broken')} retry={retry} />)
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  expect(retries).toEqual(['again'])
})
