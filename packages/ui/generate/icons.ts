import { writeFileSync } from 'node:fs'
import { circle, ellipse, polygon, polyline, rect } from '../src/drawing/paths.ts'

type Attributes = Record<string, string>

const names = `
  accessibility arrow-left arrow-right banknote bell bookmark calendar calendar-check calendar-plus calendar-x camera
  check chevron-down chevron-left chevron-right chevron-up circle circle-check circle-exclamation-point circle-x clock copy
  credit-card download ellipsis external-link eye eye-off flag globe heart hourglass house image info layout-dashboard
  list lock log-in log-out mail map map-pin menu message-circle minus moon navigation package pencil phone plus receipt
  refresh-cw reply search send settings share-2 shield-check sliders-horizontal star store sun tag trash
  triangle-exclamation-point upload user users wallet x
`
  .trim()
  .split(/\s+/)

/** Outlines are joined, and a relative start would count from the end of the one before. */
const toAbsolute = (path: string) =>
  path
    .replace(/^m\s*(-?\d*\.?\d+)[\s,]*(-?\d*\.?\d+)\s*/, (_, x: string, y: string) => `M${x} ${y}l`)
    .replace(/^(M[^l]*)l(?=[a-zA-Z]|$)/, '$1')

const outlines: Record<string, (at: (name: string) => number, text: Attributes) => string | undefined> = {
  path: (_, text) => text['d'] && toAbsolute(text['d']),
  circle: (at) => circle(at('cx'), at('cy'), at('r')),
  ellipse: (at) => ellipse(at('cx'), at('cy'), at('rx'), at('ry')),
  line: (at) => `M${at('x1')} ${at('y1')}L${at('x2')} ${at('y2')}`,
  polygon: (_, text) => polygon(text['points'] ?? ''),
  polyline: (_, text) => polyline(text['points'] ?? ''),
  rect: (at) => rect(at('x'), at('y'), at('width'), at('height'), at('rx')),
}

async function readOutline(name: string) {
  const icon = (await import(`lucide-react/icons/${name}`)) as { __iconData: { node: [string, Attributes][] } }
  return icon.__iconData.node
    .map(([tag, text]) => outlines[tag]?.((attribute) => Number(text[attribute] ?? 0), text))
    .join('')
}

export async function iconSource() {
  const lines = await Promise.all(names.map(async (name) => `  '${name}': '${await readOutline(name)}',`))
  return [
    '// Made by `npm run generate` from lucide 1.75.0. Copyright (c) Lucide Icons and Contributors, ISC licence.',
    '// prettier-ignore',
    'export const iconShapes = {',
    ...lines,
    '} as const',
    '',
  ].join('\n')
}

if (import.meta.main) writeFileSync(new URL('../src/icon/shapes.ts', import.meta.url), await iconSource())
