import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const { exports } = JSON.parse(text('package.json')) as { exports: Record<string, string> }

/** Maps, files that a form sends, cookies and where the focus goes back to: a phone has others. */
const ofBrowsersAlone =
  /(^src\/map\/[a-z-]+|google-[a-z]+|map-note|absent-map|send-file|use-uploads|chosen-locale|return-path|use-focus-back)\.web\.tsx?$/

test('every file that the package exports exists', () => {
  const files = Object.values(exports).filter((file) => !file.includes('*'))
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('every file for the browser has its counterpart for the phone', () => {
  const own = globSync('src/**/*.web.{ts,tsx}', { cwd: root }).filter((file) => !ofBrowsersAlone.test(file))
  expect(own.length).toBeGreaterThan(1)
  expect(own.filter((file) => !existsSync(join(root, file.replace('.web', ''))))).toEqual([])
})

test('every component that a phone can show is rendered by a native test', () => {
  const components = globSync('src/*.tsx', { cwd: root })
    .filter((file) => !file.includes('.web.'))
    .map((file) => file.replace('.tsx', ''))
  const tests = globSync('test-native/*.tsx', { cwd: root }).map(text).join('')
  expect(components.length).toBeGreaterThan(10)
  expect(components.filter((file) => !tests.includes(`from '../${file}'`))).toEqual([])
})
