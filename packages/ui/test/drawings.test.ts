import { expect, test } from 'vitest'
import { drawingKinds, scene } from '../src/drawing/scene'
import { toSeed } from '../src/seed'

test('the same business always gets the same picture', () => {
  for (const kind of drawingKinds) expect(scene(kind, 'biz_01')).toEqual(scene(kind, 'biz_01'))
  expect(toSeed('biz_01')).toBe(4033644676)
  expect(drawingKinds.length).toBeGreaterThanOrEqual(30)
})

test('a street of barbers does not look like one barber', () => {
  const street = Array.from({ length: 60 }, (_, number) => JSON.stringify(scene('barber', `biz_${number}`)))
  expect(new Set(street).size).toBeGreaterThan(25)
})

test('every picture shows its kind', () => {
  const motifs = drawingKinds.map((kind) => JSON.stringify(scene(kind, 'biz_01').motif))
  expect(new Set(motifs).size).toBe(drawingKinds.length)
})

test('every number of every outline is one', () => {
  const paths = drawingKinds.flatMap((kind) => scene(kind, 'biz_01').motif.map((mark) => mark.path))
  expect(paths.filter((path) => !/^M[\d\s.,a-zA-Z-]+$/.test(path) || path.includes('NaN'))).toEqual([])
})
