import type { Api } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { readSitemap, readSitemapPage } from '@buy-locals/contracts/business/operations'
import { expect, test } from 'vitest'
import { loader as index } from '../src/site/sitemap'
import { loader as page } from '../src/site/sitemap-page'

const publicUrl = 'https://town.example'
let requests = 0
const callApi = (async (operation: unknown) => {
  if (operation === readSitemap) return { pages: 2 }
  if (operation === readSitemapPage) requests += 1
  return { slugs: ['joes-barbers', 'cafe-zoe'] }
}) as Api

const addresses = async (response: Response) =>
  [...(await response.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)
const at = (file?: string, call = callApi) => ({ params: { file }, context: { callApi: call, publicUrl } }) as never

test('the sitemap is an index of pages, each of which the API is requests for once a minute', async () => {
  const response = await index(at())
  expect(response.headers.get('content-type')).toContain('application/xml')
  const files = await addresses(response)
  expect(files).toEqual(['site', 'businesses-0', 'businesses-1'].map((file) => `${publicUrl}/sitemaps/${file}.xml`))
  expect(await addresses(await page(at('site.xml')))).toContain(`${publicUrl}/`)
  for (let visits = 0; visits < 3; visits++)
    expect(await addresses(await page(at('businesses-1.xml')))).toEqual([
      `${publicUrl}/b/joes-barbers`,
      `${publicUrl}/b/cafe-zoe`,
    ])
  expect(requests).toBe(1)
})

test.each(['businesses.xml', 'businesses-01.xml', 'businesses--1.xml', 'businesses-100000.xml', '../secrets'])(
  'there is no page %j of the sitemap',
  async (file) => {
    await expect(page(at(file))).rejects.toMatchObject({ status: 404 })
  },
)

test('a page after the last one is not found', async () => {
  const refuse = (async () => {
    throw new Refusal(404, { type: 'not-found', title: '', status: 404, detail: '' } as never)
  }) as Api
  await expect(page(at('businesses-7.xml', refuse))).rejects.toMatchObject({ init: { status: 404 } })
})
