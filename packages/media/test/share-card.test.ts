import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { drawShareCard, shareCardSize, type ShareCard } from '../src/draw-share-card.ts'

const card: ShareCard = {
  name: 'Fenwick',
  about: 'Hair · Boise',
  rating: '4.8 (12)',
  site: 'Buy Locals',
  drawing: '<rect width="400" height="300" fill="#F3D9CA"/>',
}
const noPhoto = async () => undefined

test('the picture of a business is a PNG of the size that its page says, with its photo where it has one', async () => {
  const photo = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#2f5f7a' } })
    .jpeg()
    .toBuffer()
  const [drawn, shown] = [
    await drawShareCard(card, noPhoto),
    await drawShareCard({ ...card, photo: '/media/photos/a.jpeg' }, async (url) => (url === '/media/photos/a.jpeg' ? photo : undefined)), // prettier-ignore
  ]
  for (const png of [drawn, shown]) expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...shareCardSize }) // prettier-ignore
  const corner = async (png: Buffer) =>
    [...(await sharp(png).extract({ left: 1_190, top: 10, width: 1, height: 1 }).removeAlpha().raw().toBuffer())].map((value) => Math.round(value / 8)) // prettier-ignore
  expect(await corner(drawn)).toEqual([30, 27, 25])
  expect(await corner(shown)).toEqual([6, 12, 15])
})

const names = {
  'of one word that is too long': 'W'.repeat(80),
  'of eighty letters': 'The Extraordinarily Long Name of a Business That Goes On for Eighty Letters, Yes',
  'of markup': '<span size="9999999">&amp;</span></svg><script>alert(1)</script>',
  'of half a sign and control signs': 'A\u0000\u0007\uD800\uFFFE',
  'of marks upon marks': `Z${'\u0337\u0321\u0322\u034E'.repeat(18)}`,
  'of nothing': ' ',
  'in a script for which there is no font': 'Парикмахер 日本 💈',
}
test.each(Object.entries(names))('a name %s is drawn within the picture', async (_kind, name) => {
  const png = await drawShareCard({ ...card, name, about: name, rating: undefined }, noPhoto)
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...shareCardSize })
  const margins = [{ left: 0, top: 0, width: 60, height: 630 }, { left: 590, top: 0, width: 50, height: 630 }] // prettier-ignore
  for (const margin of margins) {
    const { channels } = await sharp(await sharp(png).extract(margin).removeAlpha().png().toBuffer()).stats()
    expect(channels.map(({ min, max }) => max - min)).toEqual([0, 0, 0])
  }
})

test('on a machine without fonts the letters are the same, those with accents too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'buy-locals-no-fonts-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'fonts.conf'), `<fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>`) // prettier-ignore
  const accented = { ...card, name: 'ŁŹŚŃŐŰĘĄ Ñandú' }
  const script = `
    import { drawShareCard } from ${JSON.stringify(new URL('../src/draw-share-card.ts', import.meta.url).href)}
    console.log((await drawShareCard(${JSON.stringify(accented)}, async () => undefined)).toString('base64'))`
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' })
  const [there, elsewhere] = await Promise.all([Buffer.from(printed, 'base64'), await drawShareCard(accented, noPhoto)].map(toSmall)) // prettier-ignore
  const difference = there?.reduce((sum, value, at) => sum + Math.abs(value - (elsewhere?.[at] ?? 0)), 0)
  expect(difference).toBeLessThan(10_000) // of edges; boxes in the place of letters make ten times as much
}, 30_000)

const toSmall = async (png: Buffer) => [...(await sharp(png).greyscale().resize(300).raw().toBuffer())]
