export type Box = { left: number; top: number; width: number; height: number }

const middle = (box: Box) => box.left + box.width / 2
const overlaps = (one: Box, other: Box) =>
  Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top) > 0

/** The nearest box of the next line above or below. */
function findInNextLine(boxes: readonly Box[], at: number, down: boolean) {
  const from = boxes[at]
  if (!from) return at
  const beyond = (box: Box) => (down ? box.top > from.top : box.top < from.top) && !overlaps(box, from)
  const candidates = boxes.flatMap((box, index) => (beyond(box) ? [{ box, index }] : []))
  candidates.sort((a, b) => {
    const lines = down ? a.box.top - b.box.top : b.box.top - a.box.top
    return lines || Math.abs(middle(a.box) - middle(from)) - Math.abs(middle(b.box) - middle(from))
  })
  return candidates[0]?.index ?? at
}

/** The index that the focus moves to: the same one at the end of the boxes, none for a key that moves nothing. */
export function nextFocus(key: string, at: number, boxes: readonly Box[]): number | undefined {
  const last = boxes.length - 1
  const within = (index: number) => Math.min(last, Math.max(0, index))
  if (key === 'ArrowRight') return within(at + 1)
  if (key === 'ArrowLeft') return within(at - 1)
  if (key === 'ArrowDown') return findInNextLine(boxes, at, true)
  if (key === 'ArrowUp') return findInNextLine(boxes, at, false)
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'PageDown') return within(at + 7)
  if (key === 'PageUp') return within(at - 7)
  return undefined
}
