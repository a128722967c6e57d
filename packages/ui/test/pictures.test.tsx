// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Drawing } from '../src/drawing/drawing'
import { drawingKinds } from '../src/drawing/scene'
import { Icon } from '../src/icon/icon'

test('a picture that is rendered again is not parsed again', () => {
  const pictures = () => (
    <>
      <Icon decorative name="x" />
      {drawingKinds.map((kind) => (
        <Drawing key={kind} kind={kind} seed="biz_1" />
      ))}
    </>
  )
  const { rerender, container } = render(pictures())
  const parse = vi.spyOn(Element.prototype, 'innerHTML', 'set')
  rerender(pictures())
  expect(parse).not.toHaveBeenCalled()
  parse.mockRestore()
  expect(container.querySelectorAll('path').length).toBeGreaterThan(1)
})
