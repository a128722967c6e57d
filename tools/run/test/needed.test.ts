import { expect, test } from 'vitest'
import { neededPaths, workspacesOf } from '../needed.mjs'

const locked = {
  packages: {
    '': { devDependencies: { turbo: '2' } },
    'apps/server': { dependencies: { '@our/ui': '*', express: '5' } },
    'apps/mobile': { dependencies: { '@our/ui': '*', expo: '57' } },
    'packages/ui': { dependencies: { react: '19' }, devDependencies: { jest: '29' } },
    'node_modules/@our/server': { link: true, resolved: 'apps/server' },
    'node_modules/@our/mobile': { link: true, resolved: 'apps/mobile' },
    'node_modules/@our/ui': { link: true, resolved: 'packages/ui' },
    'node_modules/turbo': {},
    'node_modules/express': { dependencies: { debug: '4' } },
    'node_modules/express/node_modules/debug': {},
    'node_modules/debug': {},
    'node_modules/react': { peerDependencies: { absent: '*' } },
    'node_modules/jest': { optionalDependencies: { fsevents: '2' } },
    'node_modules/fsevents': {},
    'node_modules/expo': { dependencies: { debug: '3' } },
  },
}

test('a workspace that is left out needs nothing, and what others share with it is installed', () => {
  expect(workspacesOf(locked, ['apps/mobile'])).toEqual(['apps/server', 'packages/ui'])
  const needed = neededPaths(locked, ['apps/mobile'])
  expect(new Set([...needed].filter((path) => path.includes('node_modules/')))).toEqual(
    new Set([
      'node_modules/@our/ui',
      'node_modules/express',
      'node_modules/express/node_modules/debug',
      'node_modules/fsevents',
      'node_modules/jest',
      'node_modules/react',
      'node_modules/turbo',
    ]),
  )
})

test('where nothing is left out all of it is needed', () => {
  expect(neededPaths(locked, [])).toContain('node_modules/expo')
  expect(neededPaths(locked, [])).toContain('node_modules/debug')
})
