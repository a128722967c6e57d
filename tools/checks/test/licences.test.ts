import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { licences } from '../src/licences.ts'

test('what runs needs an allowed licence, however deep it lies; what only builds does not, and what builds the phone app is allowed there alone', async () => {
  const root = await mkdtemp(join(tmpdir(), 'buy-locals-licences-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const packages = {
    '': { devDependencies: { builder: '1' } },
    'apps/server': { dependencies: { '@buy-locals/kit': '*', either: '1' }, devDependencies: { builder: '1' } },
    'node_modules/@buy-locals/kit': { resolved: 'packages/kit', link: true },
    'packages/kit': { dependencies: { deep: '2' } },
    'packages/kit/node_modules/deep': { license: 'MIT', dependencies: { deeper: '1' } },
    'node_modules/deep': { license: 'GPL-3.0-only' },
    'node_modules/deeper': { license: 'AGPL-3.0-only' },
    'node_modules/either': { license: '(GPL-2.0 OR MIT)', optionalDependencies: { nameless: '1', argparse: '2' } },
    'node_modules/nameless': {},
    'apps/mobile': { dependencies: { 'caniuse-lite': '1' } },
    'node_modules/caniuse-lite': { license: 'CC-BY-4.0' },
    'node_modules/argparse': { license: 'Python-2.0' },
    'node_modules/builder': { license: 'GPL-3.0-only' },
  }
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages }))
  const { examined, wrong } = await licences(root)
  expect(examined).toBe(6)
  expect(wrong).toEqual([
    'deeper comes under AGPL-3.0-only, which nobody has allowed',
    'nameless comes under no licence, which nobody has allowed',
    'argparse comes under Python-2.0, which nobody has allowed',
  ])
})
