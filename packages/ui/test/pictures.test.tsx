// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Drawing } from '../src/drawing/drawing'
import { drawingKinds } from '../src/drawing/scene'
import { Icon } from '../src/icon/icon'
import { QrCode } from '../src/qr-code/qr-code'

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

test('a QR code is dark on white, with four empty modules on each side, and another one for another text', () => {
  const draw = (text: string) => {
    const { container } = render(<QrCode text={text} label="QR code" />)
    const [ground, modules] = container.querySelectorAll('path')
    return { ground, path: modules?.getAttribute('d') ?? '' }
  }
  const { ground, path } = draw('otpauth://totp/Ada')
  expect(ground?.getAttribute('fill')).toBe('#fff')
  const places = [...path.matchAll(/M(\d+) (\d+)h/g)].flatMap(([, x, y]) => [Number(x), Number(y)])
  expect(Math.min(...places)).toBe(4)
  expect(path).not.toBe(draw('otpauth://totp/Ben').path)
})
