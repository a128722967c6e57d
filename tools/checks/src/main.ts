import { documents } from './documents.ts'
import { format } from './format.ts'
import { generated } from './generated.ts'
import { glossary } from './glossary/glossary.ts'
import { imports } from './imports.ts'
import { licences } from './licences.ts'
import { lint } from './lint.ts'
import { names } from './names.ts'
import type { Check } from './outcome.ts'
import { readme } from './readme.ts'
import { sizes } from './sizes.ts'
import { types } from './types.ts'
import { unused } from './unused.ts'

const all: Record<string, Check> = {
  types,
  lint,
  format,
  imports,
  unused,
  documents,
  names,
  glossary,
  licences,
  readme,
  sizes,
  generated,
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in all))
if (unknown.length > 0)
  throw new Error(`No check is called ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}`)

let failed = 0
for (const [name, check] of Object.entries(all)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const began = performance.now()
  const { examined, unit, wrong } = await check(process.cwd()).catch((error: unknown) => ({
    examined: 0,
    unit: 'things',
    wrong: [String(error)],
  }))
  const findings = examined === 0 && wrong.length === 0 ? ['examined nothing'] : wrong
  const took = `${((performance.now() - began) / 1000).toFixed(1)} s`
  if (findings.length === 0) console.log(`${name}: ok (${examined} ${unit}) ${took}`)
  else console.error([`${name}: ${findings.length} wrong (${examined} ${unit}) ${took}`, ...findings].join('\n  '))
  failed += findings.length > 0 ? 1 : 0
}

console.log(failed === 0 ? 'Every check is ok' : `${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
