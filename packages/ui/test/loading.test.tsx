// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Loading, Skeleton } from '../src/skeleton'

const places = (...names: string[]) =>
  names.map((name) => (
    <Loading key={name} label="Loading">
      <Skeleton height={40} />
    </Loading>
  ))
const spoken = () => screen.queryAllByRole('status').map(({ textContent }) => textContent)

test('of many places that are loading one is read, and none that takes over from it', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { rerender } = render(places('page'))
  expect(spoken()).toEqual(['Loading'])
  rerender(places('page', 'photos', 'services'))
  expect(spoken()).toEqual(['Loading', '', ''])
  rerender(places('photos', 'services'))
  expect(spoken()).toEqual(['', ''])
  rerender(places('reviews'))
  expect(spoken()).toEqual([''])
  expect(screen.getAllByText('Loading')).toHaveLength(1)
  rerender([])
  vi.advanceTimersByTime(1_000)
  rerender(places('next page'))
  expect(spoken()).toEqual(['Loading'])
})
