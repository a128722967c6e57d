import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import committed from '@buy-locals/contracts/openapi.json' with { type: 'json' }
import { operations } from '@buy-locals/contracts/operations'
import { expect, test } from 'vitest'
import { openApiDocument } from './document.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

test('the committed document is the one that the operations make', () => {
  expect(JSON.parse(JSON.stringify(openApiDocument()))).toEqual(committed)
})

test('every operation is in the document, with its problems', () => {
  const documented = Object.values(committed.paths).flatMap((path) =>
    Object.values(path as Record<string, { operationId: string; responses: object }>),
  )
  expect(documented.map((op) => op.operationId).sort()).toEqual(operations.map((op) => op.id).sort())
  for (const op of documented) expect(Object.keys(op.responses)).toEqual(expect.arrayContaining(['422', '429', '500']))
})

test('every operation has a name of its own, of two to four words', () => {
  const titles = operations.map(({ title }) => title)
  expect(titles.filter((title) => !/^\S+( \S+){1,3}$/.test(title))).toEqual([])
  expect(new Set(titles).size).toBe(titles.length)
})

test("the document is valid by Redocly's linter", () => {
  const lint = [
    at('../../../node_modules/.bin/redocly'),
    'lint',
    '--config',
    at('../redocly.yaml'),
    at('../../../packages/contracts/openapi.json'),
  ]
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  expect(() => execFileSync(process.execPath, lint, { env, stdio: 'pipe' })).not.toThrow()
})
