import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { iconSource } from '../generate/icons'
import { themeSource } from '../generate/theme'

const root = join(import.meta.dirname, '..')
const text = (file: string) => readFileSync(join(root, file), 'utf8')
type Target = string | { 'react-native': string; default: string }
const { exports } = JSON.parse(text('package.json')) as { exports: Record<string, Target> }

test('every file that the package exports exists, with one for the phone and one for the browser', () => {
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? target : Object.values(target),
  )
  expect(targets.length).toBeGreaterThan(30)
  expect(targets.filter((target) => !target.includes('*') && !existsSync(join(root, target)))).toEqual([])
  const pairs = Object.values(exports).filter((target) => typeof target !== 'string')
  expect(pairs.filter((pair) => pair.default !== pair['react-native'].replace('.tsx', '.web.tsx'))).toEqual([])
})

test('every file for the browser has its counterpart for the phone', () => {
  const usedByTheBrowserAlone = /(dom-style|use-error-until-changed)\.web\.ts$|page-focus\/.*\.web\.ts$/
  const own = globSync('src/**/*.web.{ts,tsx}', { cwd: root }).filter((file) => !usedByTheBrowserAlone.test(file))
  expect(own.length).toBeGreaterThan(15)
  expect(own.filter((file) => !existsSync(join(root, file.replace('.web', ''))))).toEqual([])
})

test('every component that the package has for the phone is rendered by a native test', () => {
  const targets = Object.entries(exports).flatMap(([name, target]) => {
    if (name === './*') return globSync('src/*.tsx', { cwd: root })
    return typeof target === 'string' ? target : target['react-native']
  })
  const components = targets
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => file.replace(/^(\.\/)?(.*)\.tsx$/, '$2'))
  const tests = globSync('test-native/*.test.tsx', { cwd: root }).map(text).join('')
  expect(components.length).toBeGreaterThan(40)
  expect(components.filter((file) => !tests.includes(`from '../${file}'`))).toEqual([])
})

test('the generated colors and icons are up to date', async () => {
  expect(text('src/theme/theme.css')).toBe(themeSource())
  expect(text('src/icon/shapes.ts')).toBe(await iconSource())
})
