import { readdir } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { everyCombination, journeys, pairsOf, table } from '../src/conditions.ts'

test('any two conditions meet in a row that has a journey, and each journey is there', async () => {
  const met = new Set(table.filter((row) => row.journeys.length).flatMap(pairsOf))
  expect([...met].toSorted()).toEqual([...new Set(everyCombination.flatMap(pairsOf))].toSorted())
  for (const row of table) expect(new Set(row.journeys).size).toBe(row.journeys.length)
  const files = await readdir(new URL('.', import.meta.url))
  for (const name of journeys) expect(files).toContain(`${name}.spec.ts`)
})
