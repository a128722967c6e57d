import { lightArt, type ArtColor } from './palette'
import { scene, type DrawingProps, type PaintedMark } from './scene'

/** Strokes end as their group says. As text: a list of places has hundreds of these marks, and each as an element would take as long to render as the words. */
export const toMarkup = (marks: readonly PaintedMark[], colorOf: (color: ArtColor) => string): string =>
  marks
    .map(({ color, path, width }) =>
      width === undefined
        ? `<path d="${path}" fill="${colorOf(color)}"/>`
        : `<path d="${path}" stroke="${colorOf(color)}" stroke-width="${width}" fill="none"/>`,
    )
    .join('')

/** The drawing by day as what stands inside an SVG of 400 × 300, for where there is no page around it. */
export function drawingMarkup({ kind, seed }: Pick<DrawingProps, 'kind' | 'seed'>): string {
  const { ground, behind, motif, mirrored } = scene(kind, seed)
  const marks = toMarkup([...behind, ...motif], (color) => lightArt[color])
  const place = mirrored ? ' transform="matrix(-1 0 0 1 400 0)"' : ''
  return `<rect width="400" height="300" fill="${lightArt[ground]}"/><g stroke-linecap="round" stroke-linejoin="round"${place}>${marks}</g>`
}
