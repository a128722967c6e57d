import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { openApiDocument } from './document.ts'

const file = new URL('../../../packages/contracts/openapi.json', import.meta.url)
const document = openApiDocument()
writeFileSync(file, await format(JSON.stringify(document), { parser: 'json', printWidth: 120 }))
console.log(`${Object.keys(document.paths ?? {}).length} paths`)
