import { pick, toSeed } from '../seed'
import * as wellness from './wellness'
import * as food from './food'
import type { ArtColor, Mark, Tone } from './palette'
import { circle, rect } from './paths'
import * as places from './places'
import * as things from './things'

const motifs = { ...wellness, ...food, ...things, ...places }
export type DrawingKind = keyof typeof motifs
export const drawingKinds = Object.keys(motifs).filter((kind): kind is DrawingKind => kind in motifs)

export type DrawingProps = {
  kind: DrawingKind
  /** The business's id: it always gets the same picture. */
  seed: string
  /** The name for screen readers; without one the drawing is decorative. */
  label?: string
}

type Scheme = Readonly<Record<'ground' | 'back' | 'a' | 'b', ArtColor>>

const schemes: readonly [Scheme, ...Scheme[]] = [
  { ground: 'artBlush', back: 'artPeach', a: 'artClay', b: 'artSky' },
  { ground: 'artSage', back: 'artMoss', a: 'artLeaf', b: 'artClay' },
  { ground: 'artMist', back: 'artWave', a: 'artSky', b: 'artSun' },
  { ground: 'artButter', back: 'artHoney', a: 'artClay', b: 'artLeaf' },
  { ground: 'artSand', back: 'artDune', a: 'artBerry', b: 'artLeaf' },
  { ground: 'artSand', back: 'artPeach', a: 'artSky', b: 'artClay' },
  { ground: 'artMist', back: 'artMoss', a: 'artBerry', b: 'artSun' },
]

const floor: Mark = ['back', rect(0, 244, 400, 56)]

const backdrops: readonly [readonly Mark[], ...(readonly Mark[])[]] = [
  [floor, ['back', circle(200, 150, 126)]],
  [floor, ['back', 'M76 244V146a124 124 0 0 1 248 0v98z']],
  [floor, ['back', circle(314, 84, 52)]],
  [floor, ['back', 'M0 250V214c70-66 142-62 206-20c62-50 128-58 194-12v68z']],
  [floor, ['back', rect(56, 40, 288, 210, 16)], ['ground', 'M200 40v204M56 142h288', 6]],
]

export type PaintedMark = { color: ArtColor; path: string; width: number | undefined }
export type Scene = {
  ground: ArtColor
  behind: readonly PaintedMark[]
  motif: readonly PaintedMark[]
  mirrored: boolean
}

/** The same seed always gives the same picture, so a business keeps its own. */
export function scene(kind: DrawingKind, seed: string): Scene {
  const number = toSeed(seed)
  const scheme = pick(schemes, number)
  const colorOf = (tone: Tone): ArtColor =>
    tone === 'a' || tone === 'b' || tone === 'ground' || tone === 'back' ? scheme[tone] : tone
  const paint = ([tone, path, width]: Mark): PaintedMark => ({ color: colorOf(tone), path, width })
  return {
    ground: scheme.ground,
    behind: pick(backdrops, number, 1).map(paint),
    motif: motifs[kind].map(paint),
    mirrored: pick([false, true], number, 2),
  }
}
