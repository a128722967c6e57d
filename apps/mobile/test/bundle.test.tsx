import { expect, jest, test } from '@jest/globals'
import { transformSync, type PluginObj } from '@babel/core'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Bundle = {
  isShaken: (path: string) => boolean
  shakeConstants: () => PluginObj
  isOperations: (path: string) => boolean
  stripOperations: () => PluginObj
}
const { isOperations, stripOperations } = jest.requireActual<Bundle>('../bundle/strip-operations')
const { isShaken, shakeConstants } = jest.requireActual<Bundle>('../bundle/shake-constants')

const source = `
  import { z } from 'zod'
  import * as shapes from './shapes'
  const read = { service: 'booking', method: 'get', throttle: 'read', status: 200 }
  const ofBusiness = z.object({ businessId: shapes.businessId })
  const ofService = ofBusiness.extend({ serviceId: shapes.serviceId })
  export const maxServices = 200
  export const listServices = operation({
    ...read,
    id: 'listServices',
    title: 'List services',
    summary: 'What can be booked',
    path: '/services',
    access: 'anyone',
    idempotent: 'if-sent',
    params: ofService,
    query: z.object({}),
    body: shapes.serviceTerms,
    returns: shapes.service,
    problems: ['not-found'],
  })`

const transform = (code: string, plugin: () => PluginObj) =>
  transformSync(code, { babelrc: false, configFile: false, plugins: [plugin], parserOpts: { plugins: ['typescript'] } })
    ?.code ?? ''
const strip = (code: string) => transform(code, stripOperations)

test('of an operation the app carries how it is called, and neither its shapes nor its document', () => {
  const code = strip(source)
  for (const left of ['List services', 'can be booked', 'ofBusiness', 'ofService', 'shapes.', 'z.object', 'not-found'])
    expect([left, code.includes(left)]).toEqual([left, false])
  for (const carried of [
    '...read',
    "id: 'listServices'",
    "path: '/services'",
    "access: 'anyone'",
    "idempotent: 'if-sent'",
  ])
    expect([carried, code.includes(carried)]).toEqual([carried, true])
  expect(code).toContain('export const maxServices = 200')
})

test('other code is left as it is', () => {
  expect(strip('const unread = 1\nprompt({ title: unread })')).toContain('title: unread')
  expect(isOperations('/repository/packages/contracts/src/booking/operations.ts')).toBe(true)
  for (const path of [
    '/repository/packages/contracts/src/operations.ts',
    '/x/packages/contracts/src/booking/shapes.ts',
  ])
    expect([path, isOperations(path)]).toEqual([path, false])
})

test('what a file keeps to itself can be left out as well, and of zod what nobody uses', () => {
  const code = transform(
    `import { z } from 'zod'
     const minutes = z.int().min(1)
     const { shape } = minutes
     export const service = z.object({ minutes })`,
    shakeConstants,
  )
  expect(code).toMatch(/import \{ int as (\w+), object as (\w+) \} from "zod"/)
  expect(code).toMatch(/export const minutes = _int\(\)\.min\(1\)/)
  expect(code).toMatch(/^const \{\s*shape\s*\} = minutes/m)
  expect(code).not.toContain('z.')
  expect(['contracts', 'values', 'features'].map((name) => isShaken(`/r/packages/${name}/src/x.ts`))).toEqual([
    true,
    true,
    false,
  ])
})

test('an import that is not used is not taken for used because something else has its name', () => {
  const code = transform(
    `import { id, type Id } from './ids'
     import type { Money } from './money'
     export const read = { id: 'read' }
     export const one = id('one')`,
    shakeConstants,
  )
  expect(code).toMatch(/import \{ id as (\w+), type Id \} from/)
  expect(code).toMatch(/\{\s*id: 'read'\s*\}/)
  expect(code).toMatch(/export const one = (?!id\b)\w+\('one'\)/)
})

test('of the drawings of a phone those are in the app that our components use', () => {
  const ours = join(__dirname, '../../../packages/ui/src')
  const imported = globSync('**/*.tsx', { cwd: ours })
    .map((file) => readFileSync(join(ours, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/import Svg(?:, \{ ([^}]*) \})? from 'react-native-svg'/g)])
    .flatMap(([, names = '']) => names.split(', ').filter(Boolean))
  const offered = readFileSync(join(__dirname, '../bundle/svg.js'), 'utf8')
  expect(imported.length).toBeGreaterThan(0)
  expect(imported.filter((name) => !offered.includes(`default as ${name} `))).toEqual([])
})
