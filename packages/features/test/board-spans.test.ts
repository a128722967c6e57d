import { expect, test } from 'vitest'
import { findFrame, findGaps, assignLanes } from '../src/board/spans'

const span = (start: number, end: number) => ({ start, end })
const places = (spans: { start: number; end: number }[]) =>
  assignLanes(spans).map(({ start, lane, lanes }) => `${start}: ${lane + 1} of ${lanes}`)

test('one after the other has the whole width', () => {
  expect(places([span(540, 570), span(570, 600)])).toEqual(['540: 1 of 1', '570: 1 of 1'])
})

test('what overlaps stands side by side, and nothing covers anything', () => {
  expect(places([span(540, 600), span(550, 610), span(560, 620)])).toEqual([
    '540: 1 of 3',
    '550: 2 of 3',
    '560: 3 of 3',
  ])
})

test('a lane that is free again is used again, and the whole knot is as wide as it needs', () => {
  expect(places([span(540, 600), span(550, 700), span(600, 660)])).toEqual([
    '540: 1 of 2',
    '550: 2 of 2',
    '600: 1 of 2',
  ])
})

test('after a knot the next booking has the whole width', () => {
  expect(places([span(540, 600), span(550, 600), span(600, 630)])).toEqual([
    '540: 1 of 2',
    '550: 2 of 2',
    '600: 1 of 1',
  ])
})

test('of two that begin together the longer stands first', () => {
  expect(assignLanes([span(540, 560), span(540, 600)]).map(({ end }) => end)).toEqual([600, 560])
})

test('a gap is what is left of the open time, if it is long enough', () => {
  const open = [span(540, 720), span(780, 1080)]
  expect(findGaps(open, [span(560, 600), span(590, 700), span(770, 900)], 15)).toEqual([
    span(540, 560),
    span(700, 720),
    span(900, 1080),
  ])
  expect(findGaps(open, [span(540, 710)], 15)).toEqual([span(780, 1080)])
})

test('what is past is no gap any more', () => {
  expect(findGaps([span(540, 720)], [], 15, 600)).toEqual([span(600, 720)])
  expect(findGaps([span(540, 720)], [], 15, 720)).toEqual([])
})

test('the board shows whole hours around everything, and a working day where there is nothing', () => {
  const whole = span(0, 1440)
  expect(findFrame([span(545, 1075)], whole, span(540, 1020))).toEqual(span(540, 1080))
  expect(findFrame([], whole, span(540, 1020))).toEqual(span(540, 1020))
  expect(findFrame([span(1400, 1440)], whole, span(540, 1020))).toEqual(span(1080, 1440))
})
