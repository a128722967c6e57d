import { expect, jest, test } from '@jest/globals'
import { transformSync, type PluginObj } from '@babel/core'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Bundle = { isOperations: (path: string) => boolean; stripOperations: () => PluginObj }
const { isOperations, stripOperations } = jest.requireActual<Bundle>('../bundle/strip-operations')

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

const strip = (code: string) =>
  transformSync(code, { babelrc: false, configFile: false, plugins: [stripOperations] })?.code ?? ''

test('of an operation the app carries how it is called, and neither its shapes nor its document', () => {
  const code = strip(source)
  for (const left of ['List services', 'can be booked', 'ofBusiness', 'ofService', 'shapes.', 'z.object', 'not-found'])
    expect([left, code.includes(left)]).toEqual([left, false])
  for (const kept of [
    '...read',
    "id: 'listServices'",
    "path: '/services'",
    "access: 'anyone'",
    "idempotent: 'if-sent'",
  ])
    expect([kept, code.includes(kept)]).toEqual([kept, true])
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
