import { imageName } from '../icon/props'
import { cssName } from '../theme/css'
import type { ArtColor } from './palette'
import { toMarkup } from './markup'
import { scene, type DrawingProps, type PaintedMark } from './scene'

const cssColor = (color: ArtColor) => `var(${cssName(color)})`

type Markup = { __html: string }

const drawn = new Map<string, Markup>()
const mostDrawn = 500

/** A picture is of few parts, and a list shows the same ones again and again. Of the same object React does not parse the text again. */
function draw(key: string, marks: () => readonly PaintedMark[]): Markup {
  const markup = drawn.get(key) ?? { __html: toMarkup(marks(), cssColor) }
  if (drawn.size >= mostDrawn) drawn.clear()
  drawn.set(key, markup)
  return markup
}

/** Fills its place at any ratio and keeps the middle in sight. */
export function Drawing({ kind, seed, label }: DrawingProps) {
  const { ground, behind, motif, mirrored } = scene(kind, seed)
  return (
    <svg
      viewBox="0 0 400 300"
      preserveAspectRatio="xMidYMid slice"
      style={{ display: 'block', width: '100%', height: '100%', background: cssColor(ground) }}
      {...imageName(label)}
    >
      <g
        transform={mirrored ? 'matrix(-1 0 0 1 400 0)' : undefined}
        strokeLinecap="round"
        strokeLinejoin="round"
        dangerouslySetInnerHTML={draw(`${kind} ${seed}`, () => [...behind, ...motif])}
      />
    </svg>
  )
}
