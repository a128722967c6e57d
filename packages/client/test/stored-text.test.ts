// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => sessionStorage.clear())

/** The scripts are loaded anew; the tab is the same. */
async function restart() {
  vi.resetModules()
  return import('../src/storage/stored-text')
}

test('what an app was to remember is there after a restart', async () => {
  const before = await restart()
  before.keep('message bkg_1', 'Is there parking?')
  const after = await restart()
  expect(after.readKept('message bkg_1')).toBe('Is there parking?')
})

test('every screen that shows it changes with it', async () => {
  const { keep, useKept } = await restart()
  const { result } = renderHook(() => useKept('day'))
  expect(result.current[0]).toBeUndefined()
  act(() => keep('day', '2026-11-24'))
  expect(result.current[0]).toBe('2026-11-24')
})

test('whoever signs out leaves nothing, on the screen or for the next start', async () => {
  const { keep, useKept, forgetAll } = await restart()
  const { result } = renderHook(() => useKept('day'))
  act(() => keep('day', '2026-11-24'))
  act(() => forgetAll())
  expect(result.current[0]).toBeUndefined()
  expect((await restart()).readKept('day')).toBeUndefined()
})

test('where the browser stores nothing it is remembered until the restart', async () => {
  const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded', 'QuotaExceededError')
  })
  const before = await restart()
  before.keep('day', '2026-11-24')
  expect(before.readKept('day')).toBe('2026-11-24')
  blocked.mockRestore()
  expect((await restart()).readKept('day')).toBeUndefined()
})
