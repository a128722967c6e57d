import { expect, test } from 'vitest'
import { sharp } from '../src/decoders.ts'
import { readPhotoKind } from '../src/photo-kind.ts'
import { renderPhoto } from '../src/render-photo.ts'

/** The first box of a file, and something after it. */
function ftyp(major: string, ...compatible: string[]): Buffer {
  const box = Buffer.from(`0000ftyp${major}\0\0\0\0${compatible.join('')}`, 'latin1')
  box.writeUInt32BE(box.length)
  return Buffer.concat([box, Buffer.from('\0\0\0\x22meta\0\0\0\0', 'latin1'), Buffer.alloc(500)])
}

const heic: [string, Buffer][] = [
  ['an iPhone’s photo', ftyp('heic', 'mif1', 'MiHE', 'MiPr', 'miaf', 'MiHB', 'heic')],
  ['an iPhone’s photo of a wide range of light', ftyp('heic', 'mif1', 'MiHE', 'MiPr', 'miaf', 'MiHB', 'heic', 'tmap')],
  ['an iPhone’s first', ftyp('heic', 'mif1', 'heic')],
  ['one whose codec is named behind', ftyp('mif1', 'miaf', 'heic')],
  ['one of more bits', ftyp('heix', 'mif1', 'miaf', 'heix')],
  ['a burst', ftyp('hevc', 'msf1', 'hevc')],
  ['a burst whose codec is named behind', ftyp('msf1', 'mif1', 'heic', 'hevc')],
  ['one whose codec is named behind many others', ftyp('mif1', ...Array.from({ length: 20 }, () => 'miaf'), 'heic')],
  ['one with more brands than are read', ftyp('heic', ...Array.from({ length: 70 }, () => 'miaf'))],
]
test.each(heic)('HEIC is told by its brands: %s', (_name, bytes) => {
  expect(readPhotoKind(bytes)).toEqual({ refusal: 'heic' })
})

const others: [string, Buffer, ReturnType<typeof readPhotoKind>][] = [
  ['an AVIF', ftyp('avif', 'mif1', 'miaf', 'MA1B'), { kind: 'avif' }],
  ['an AVIF whose codec is named behind', ftyp('mif1', 'avif', 'miaf', 'MA1B'), { kind: 'avif' }],
  ['an AVIF whose codec is named behind many others', ftyp('mif1', ...Array.from({ length: 58 }, () => 'miaf'), 'avif'), { kind: 'avif' }], // prettier-ignore
  ['an AVIF that moves', ftyp('avis', 'avif', 'msf1', 'miaf'), { refusal: 'animation' }],
  ['an iPhone’s film', ftyp('qt  ', 'qt  '), { refusal: 'not-a-photo' }],
  ['a film in HEVC', ftyp('isom', 'iso2', 'mp41', 'hvc1'), { refusal: 'not-a-photo' }],
  ['a camera’s raw photo', ftyp('crx ', 'crx ', 'isom'), { refusal: 'not-a-photo' }],
  ['nothing but the name of the box', Buffer.from('\0\0\0\x08ftyp', 'latin1'), { refusal: 'not-a-photo' }],
]
test.each(others)('%s is no HEIC', (_name, bytes, kind) => {
  expect(readPhotoKind(bytes)).toEqual(kind)
})

test('the version beside the brand is no brand', () => {
  const bytes = ftyp('isom', 'mp41')
  bytes.write('heic', 12, 'latin1')
  expect(readPhotoKind(bytes)).toEqual({ refusal: 'not-a-photo' })
})

test('an AVIF whose codec is named behind is made anew as any other', async () => {
  const avif = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#c0562f' } })
    .avif({ effort: 0 })
    .toBuffer()
  expect(avif.toString('latin1', 8, 12)).toBe('avif')
  avif.write('mif1', 8, 'latin1')
  expect(avif.toString('latin1', 16, avif.readUInt32BE())).toContain('avif')
  expect(await renderPhoto(avif)).toMatchObject({ width: 400, height: 300 })
})
