import { bounds } from './bounds.ts'
import { discovery } from './discovery.ts'
import { http } from './http/http.ts'
import type { Figures } from './measure.ts'
import { size } from './size/size.ts'
import { slots } from './slots.ts'

const benchmarks: Record<string, () => Figures | Promise<Figures>> = {
  ...{ slots, bounds, discovery: () => discovery(), http: () => http(), size: () => size() },
}
const printsItsOwnTable = ['http']

const name = process.argv[2] ?? ''
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
if (benchmark) {
  const figures = await benchmark()
  if (!printsItsOwnTable.includes(name)) console.table(figures)
  console.log(JSON.stringify({ bench: name, figures }))
} else {
  console.error(`No benchmark ${JSON.stringify(name)}. There are: ${Object.keys(benchmarks).join(', ')}`)
  process.exitCode = 1
}
