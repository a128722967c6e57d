import { readFile } from 'node:fs/promises'
import { events } from '@buy-locals/contracts/events'
import { expect, test } from 'vitest'
import { startServer } from './support.ts'

test('the event table of the architecture says what the running services really hear', async () => {
  await using server = await startServer()
  const text = await readFile(new URL('../../../docs/architecture.md', import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^\| `([a-z.-]+\.v\d+)`\s*\|([^|]*)\|([^|]*)\|$/gm)]
  const written = new Map(
    rows.map(([, type = '', , received = '']) => [
      type,
      received
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '–'),
    ]),
  )
  const really = new Map(
    [...events.keys()].map((type) => [
      type,
      server.composed.services
        .filter(({ consumers }) => consumers.some(({ handles }) => handles === type))
        .map(({ name }) => name),
    ]),
  )
  expect(written.size).toBeGreaterThan(20)
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(really))
})
