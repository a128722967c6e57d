import { readFile } from 'node:fs/promises'
import { events } from '@buy-locals/contracts/events'
import { expect, test } from 'vitest'
import { startServer } from './support.ts'

test('the event table of the architecture says which running services publish and handle each event', async () => {
  await using server = await startServer()
  const text = await readFile(new URL('../../../docs/architecture.md', import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^\| `([a-z.-]+\.v\d+)`\s*\|([^|]*)\|([^|]*)\|$/gm)]
  const written = rows.map(([, type, publishedBy = '', handledBy = '']) => [
    type,
    namesIn(publishedBy),
    namesIn(handledBy),
  ])
  const { services } = server.composed
  const really = [...events.keys()].map((event) => [
    event,
    services.filter(({ publishes }) => publishes.some(({ type }) => type === event)).map(({ name }) => name),
    services.filter(({ consumers }) => consumers.some(({ handles }) => handles === event)).map(({ name }) => name),
  ])
  expect(written.length).toBeGreaterThan(20)
  expect(written).toEqual(really.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)))
})

function namesIn(cell: string): string[] {
  const names = cell.split(',').map((name) => name.trim())
  return names.filter((name) => name !== '–')
}
