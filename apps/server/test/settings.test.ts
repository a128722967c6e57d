import { expect, test } from 'vitest'
import { parseConfig } from '../src/config.ts'

test('origins that may use the API are whole origins, and anything else is named at the start', () => {
  const origins = 'https://shop.example, http://127.0.0.1:5173'
  expect(parseConfig({ CORS_ORIGINS: origins }).CORS_ORIGINS).toEqual(['https://shop.example', 'http://127.0.0.1:5173'])
  for (const wrong of ['*', 'shop.example', 'https://shop.example/', 'https://shop.example,,', 'null'])
    expect(() => parseConfig({ CORS_ORIGINS: wrong })).toThrow('CORS_ORIGINS')
})
