// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ListRow } from '../src/list'
import { Notice } from '../src/notice'
import { Rating } from '../src/rating'

test('a text that is empty is left out: on a phone a bare one in a box is an error', () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {})
  render(
    <>
      <ListRow title="Ana" detail="" />
      <Notice tone="info" title="Saved" text="" />
      <Rating label="Rated 4.5" value="4.5" count="" />
    </>,
  )
  expect(report.mock.calls.flat()).toEqual([])
  report.mockRestore()
})
