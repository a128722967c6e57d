import { expect, jest, test } from '@jest/globals'
import { loadLaterScreens } from '../src/load-later-screens'
import type { tryAgain as tryAgainHere } from '../src/shell/try-again'

type Dependency = { absolutePath: string; data: { data: { asyncType: 'async' | null } } }
type Module = { dependencies: Map<string, Dependency> }
type Graph = { entryPoints: Set<string>; dependencies: Map<string, Module> }
type Artifact = {
  filename: string
  type: string
  originFilename?: string
  source: string
  metadata: { isAsync?: boolean; requires?: string[]; modulePaths?: string[] }
}
type Options = { graph: Graph; root: string; idOf: (path: string) => number; isFirst: (path: string) => boolean }
const { divideCommon } = jest.requireActual<{ divideCommon: (artifacts: Artifact[], options: Options) => Artifact[] }>(
  '../bundle/divide-common',
)

const { tryAgain } = jest.requireActual<{ tryAgain: typeof tryAgainHere }>('../src/shell/try-again.web')

/** Each with what it imports at once, and behind a bar what it imports later. */
const imports = {
  entry: 'router | explore account search texts',
  router: '',
  explore: 'list /app/ui.css',
  account: 'field list',
  search: 'field /app/map.css',
  texts: '',
  list: 'text',
  text: '',
  field: 'text rules',
  rules: '',
  '/app/ui.css': '',
  '/app/map.css': '',
}
const paths = Object.keys(imports)
const idOf = (path: string) => paths.indexOf(path)
const importing = (names: string, asyncType: 'async' | null) =>
  names
    .trim()
    .split(' ')
    .filter(Boolean)
    .map((name) => [name, { absolutePath: name, data: { data: { asyncType } } }] as const)
const graph: Graph = {
  entryPoints: new Set(['entry']),
  dependencies: new Map(
    Object.entries(imports).map(([path, names]) => {
      const [atOnce = '', late = ''] = names.split('|')
      return [path, { dependencies: new Map([...importing(atOnce, null), ...importing(late, 'async')]) }]
    }),
  ),
}
const code = (...names: string[]) => names.map((name) => `__d(()=>{\n'${name}'},${idOf(name)},[]);`).join('\n')
const file = (name: string, modulePaths: string[], isAsync: boolean): Artifact => ({
  filename: `_expo/js/${name}-0a.js`,
  type: 'js',
  source: code(...modulePaths),
  metadata: { isAsync, modulePaths, requires: isAsync ? [] : ['_expo/js/__common-0a.js'] },
})
const artifacts = [
  file('entry', ['entry', 'router'], false),
  ...['explore', 'account', 'search', 'texts'].map((name) => file(name, [name], true)),
  {
    ...file('__common', ['list', 'text', 'field', 'rules'], false),
    metadata: { modulePaths: ['rules', 'field', 'text', 'list'] },
  },
  ...['ui.css', 'map.css'].map((name) => ({
    filename: `_expo/css/${name}`,
    originFilename: name,
    type: 'css',
    source: '',
    metadata: {},
  })),
]
const divide = (of: Artifact[]) =>
  divideCommon(of, { graph, root: '/app', idOf, isFirst: (path) => path === 'explore' })
const find = (of: Artifact[], name: string) => of.find(({ filename }) => filename.includes(`/${name}-`))

test('before the first screen comes what it needs, and what the others share comes with the first of them', () => {
  const divided = divide(artifacts)
  const [before, later, entry] = ['__common', '__later', 'entry'].map((name) => find(divided, name))
  const manifest = {
    file: later?.filename,
    without: ['_expo/js/explore-0a.js', '_expo/js/texts-0a.js'],
    styles: { '_expo/js/search-0a.js': ['_expo/css/map.css'] },
  }
  expect(before?.source).toBe(`globalThis.__laterScreens=${JSON.stringify(manifest)};\n${code('list', 'text')}`)
  expect(later).toMatchObject({ source: code('field', 'rules'), metadata: { isAsync: true } })
  expect(entry?.metadata.requires).toEqual([before?.filename])
  expect(before?.filename).not.toBe('_expo/js/__common-0a.js')
  expect(divided).toHaveLength(artifacts.length + 1)
  expect(divided.filter(({ type }) => type === 'css').map(({ originFilename }) => originFilename)).toEqual(['ui.css'])
})

test('a file that is written otherwise than expected is not divided at random', () => {
  const other = artifacts.map((artifact) => ({ ...artifact, source: artifact.source.replaceAll('__d(', '__e(') }))
  expect(() => divide(other)).toThrow('divide-common.js')
})

const explore = '_expo/js/explore-0a.js'
const search = '_expo/js/[slug]-0a.js'
const laterScreens = { file: '_expo/js/__later-1b.js', without: [explore], styles: { [search]: ['_expo/css/map.css'] } }

test('what later screens share and their styles are there before the file of one of them, and are not loaded for the others', async () => {
  const loaded: string[] = []
  const load = async (path: string) => void loaded.push(path)
  const scope = { __loadBundleAsync: load, __laterScreens: laterScreens }
  loadLaterScreens(load, scope)
  await scope.__loadBundleAsync(`/app/${explore}`)
  expect(loaded).toEqual([`/app/${explore}`])
  await scope.__loadBundleAsync(`/app/${search}`)
  expect(loaded.slice(1)).toEqual(['/app/_expo/js/__later-1b.js', '/app/_expo/css/map.css', `/app/${search}`])
})

test('where that does not come, the file of the screen is not run without it, and where the file does not, the screen fails', async () => {
  const load = jest.fn((path: string) =>
    /later|gone/.test(path) ? Promise.reject(new Error(path)) : Promise.resolve(),
  )
  const scope = { __loadBundleAsync: load, __laterScreens: { ...laterScreens, without: ['_expo/js/gone-0a.js'] } }
  loadLaterScreens(load, scope)
  await expect(scope.__loadBundleAsync('/app/_expo/js/account-0a.js')).rejects.toThrow('/app/_expo/js/__later-1b.js')
  expect(load).toHaveBeenCalledTimes(1)
  await expect(scope.__loadBundleAsync('/app/_expo/js/gone-0a.js')).rejects.toThrow('/app/_expo/js/gone-0a.js')
})

test('a screen whose file did not come is tried again with the page as it is now, any other and offline by itself', () => {
  const reload = jest.fn()
  const retry = jest.fn(async () => {})
  const again = (error: Error, onLine: boolean) => {
    Object.assign(globalThis, { location: { reload }, navigator: { onLine } })
    tryAgain(error, retry)
    return [reload.mock.calls.length, retry.mock.calls.length]
  }
  const gone = Object.assign(new Error('gone'), { name: 'AsyncRequireError' })
  expect(again(gone, true)).toEqual([1, 0])
  expect(again(new Error('broken'), true)).toEqual([1, 1])
  expect(again(gone, false)).toEqual([1, 2])
})
