import { documents } from './documents.ts'
import { format } from './format.ts'
import { generated } from './generated.ts'
import { imports } from './imports.ts'
import { lint } from './lint.ts'
import { names } from './names.ts'
import type { Check } from './outcome.ts'
import { phrasesCheck } from './phrases.ts'
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
  phrases: phrasesCheck,
  readme,
  sizes,
  generated,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in all))
if (unknown.length > 0)
  throw new Error(`No check is called ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}`)

let failed = 0
for (const [name, check] of Object.entries(all)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const began = performance.now()
  const { looked, at, wrong } = await check(process.cwd()).catch((error: unknown) => ({
    looked: 0,
    at: 'things',
    wrong: [String(error)],
  }))
  const complaints = looked === 0 && wrong.length === 0 ? ['looked at nothing'] : wrong
  const took = `${((performance.now() - began) / 1000).toFixed(1)} s`
  if (complaints.length === 0) console.log(`${name}: ok (${looked} ${at}) ${took}`)
  else console.error([`${name}: ${complaints.length} wrong (${looked} ${at}) ${took}`, ...complaints].join('\n  '))
  failed += complaints.length > 0 ? 1 : 0
}

console.log(failed === 0 ? 'Every check is ok' : `${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
