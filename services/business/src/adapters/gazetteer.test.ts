import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { gazetteer } from './gazetteer.ts'

const places = gazetteer()
const labels = async (text: string) => (await places.find(text)).map(({ label }) => label)

test('a town is found by its name, with and without its state', async () => {
  for (const text of ['Boise, ID', 'boise id', 'BOISE, Idaho', 'Boise, Ida', 'Boise', '  boi  ', 'Boise, ID 83702']) {
    const [first] = await places.find(text)
    expect(first).toMatchObject({
      label: 'Boise, ID',
      address: { city: 'Boise', region: 'ID', country: 'US' },
      precision: 'city',
    })
    expect(first?.location.lat).toBeCloseTo(43.61, 1)
  }
})

test('the larger town comes first, and an exact name before all', async () => {
  expect((await labels('portland')).slice(0, 2)).toEqual(['Portland, OR', 'Portland, ME'])
  expect((await labels('york'))[0]).toBe('York, PA')
})

test('names are found however they are written', async () => {
  expect(await labels('Saint Paul, MN')).toEqual(await labels('st. paul mn'))
  expect((await labels('espanola, nm'))[0]).toMatch(/^Espa[nñ]ola, NM$/)
  expect((await labels('Washington, D.C.'))[0]).toMatch(/^Washington/)
})

test('a ZIP code is found while it is being typed', async () => {
  expect((await places.find('83702'))[0]).toMatchObject({
    label: '83702 Boise, ID',
    address: { city: 'Boise', region: 'ID', postcode: '83702', country: 'US' },
    precision: 'postcode',
  })
  expect(await labels('8370')).toContain('83702 Boise, ID')
  expect(await labels('83702-1234')).toEqual(['83702 Boise, ID'])
})

test('every town of the demonstration is a place', async () => {
  const rows = (await readFile(new URL('../../data/boise.cc0.jsonl', import.meta.url), 'utf8')).trim().split('\n')
  const zips = new Set(rows.map((row) => (JSON.parse(row) as { address: { postcode: string } }).address.postcode))
  for (const zip of zips) expect(await labels(zip)).toHaveLength(1)
})

test('whatever people type, nothing breaks and the list is short', async () => {
  for (const text of [
    '',
    ',',
    ',,,',
    "'; drop table",
    '\u202e',
    '🏳️‍🌈',
    '理髪店',
    'x'.repeat(120),
    '99999',
    '000',
    '.*',
    'a, constructor',
  ]) {
    expect(await labels(text)).toEqual([])
  }
  expect(await labels('s')).toHaveLength(8)
})

test('a place is found in less than five milliseconds', async () => {
  await places.find('warm')
  const tries: number[] = []
  for (let n = 0; n < 10; n++) {
    const start = performance.now()
    for (const text of ['s', 'san', 'boise, id', '8', '83702', 'new york', 'st', 'a', 'ft', 'port'])
      await places.find(text)
    tries.push((performance.now() - start) / 10)
  }
  expect(Math.min(...tries), 'the machine may do something else meanwhile').toBeLessThan(5)
})

test('whatever is suggested is read again by its id, however its name is written', async () => {
  for (const text of ['Garden City, ID', 'st. paul mn', "coeur d'alene", '8370', 'espanola, nm']) {
    const [found, suggestions] = [await places.find(text), await places.suggest(text, '')]
    expect(suggestions.length).toBeGreaterThan(0)
    for (const [at, { id, label }] of suggestions.entries()) {
      expect(id).toMatch(/^[\w.-]+$/)
      expect(await places.read(id, '')).toMatchObject({ label, location: found[at]?.location })
    }
  }
})
