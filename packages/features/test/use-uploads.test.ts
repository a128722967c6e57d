// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import { useUploads } from '../src/photos/use-uploads'

afterEach(() => vi.unstubAllGlobals())

const upload = {
  ...{ url: 'http://127.0.0.1/media/uploads', method: 'POST' as const, headers: {} },
  ...{ fields: { key: 'originals/x' }, expiresAt: '2026-03-20T09:00:00Z' },
}

/** Everything ends when the test says so. */
function startUploads() {
  const [announced, sent, responses]: [number[], (() => void)[], (() => void)[]] = [[], [], []]
  class Request {
    upload = {}
    onload?: () => void
    status = 204
    open() {}
    setRequestHeader() {}
    send() {
      sent.push(() => this.onload?.())
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  const announce = async ({ bytes }: { bytes: number }) => {
    announced.push(bytes)
    await new Promise<void>((done) => responses.push(done))
    return { photo: { id: newId('photo') }, upload }
  }
  const { result } = renderHook(() => useUploads({ announce, withdraw: async () => {}, onSent: async () => {} }))
  const endFirst = (of: (() => void)[]) => act(async () => of.shift()?.())
  return { announced, sent, responses, result, endFirst }
}

test('three photos are on their way at once, announced one at a time in the order in which they were chosen', async () => {
  const { announced, sent, responses, result, endFirst } = startUploads()
  const files = [1, 2, 3, 4, 5].map((bytes) => new File(['x'.repeat(bytes)], 'a.jpg', { type: 'image/jpeg' }))
  act(() => result.current.add(files))
  await waitFor(() => expect(announced).toEqual([1]))
  await endFirst(responses)
  expect([announced, sent.length]).toEqual([[1, 2], 1])
  await endFirst(responses)
  await endFirst(responses)
  expect([announced, sent.length]).toEqual([[1, 2, 3], 3])
  await endFirst(sent)
  expect(announced).toEqual([1, 2, 3, 4])
  expect(result.current.uploads.map(({ file }) => file.size)).toEqual([2, 3, 4, 5])
})
