import { imageName } from '../icon/props'
import { cssName } from '../theme/css'
import type { ArtColor } from './palette'
import { scene, type DrawingProps, type PaintedMark } from './scene'

const cssColor = (color: ArtColor) => `var(${cssName(color)})`

const line = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const

const drawMarks = (marks: readonly PaintedMark[]) =>
  marks.map(({ color, path, width }, at) =>
    width === undefined ? (
      <path key={at} d={path} fill={cssColor(color)} />
    ) : (
      <path key={at} d={path} stroke={cssColor(color)} strokeWidth={width} {...line} />
    ),
  )

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
      <g transform={mirrored ? 'matrix(-1 0 0 1 400 0)' : undefined}>
        {drawMarks(behind)}
        {drawMarks(motif)}
      </g>
    </svg>
  )
}
