import { expect, test } from 'vitest'
import { sharp } from '../src/decoders.ts'
import { filesOf, renderPhoto } from '../src/render-photo.ts'

const [startOfImage, endOfImage] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])]

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

const xmp = (attributes: string) =>
  segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" ${attributes}/></rdf:RDF></x:xmpmeta>`)) // prettier-ignore

/** The index of CIPA DC-007: two images, the second of which begins `offset` bytes behind the byte order mark. */
function multiPicture(sizes: [number, number], offset: number): Buffer {
  const index = Buffer.alloc(82)
  index.write('MM\0*', 'latin1')
  index.writeUInt32BE(8, 4)
  index.writeUInt16BE(3, 8)
  const entries = [[0xb000, 7, 4, 0x30313030], [0xb001, 4, 1, 2], [0xb002, 7, 32, 50]] as const // prettier-ignore
  for (const [nth, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + nth * 12
    index.writeUInt16BE(tag, at)
    index.writeUInt16BE(type, at + 2)
    index.writeUInt32BE(count, at + 4)
    index.writeUInt32BE(value, at + 8)
  }
  index.writeUInt32BE(0x030000, 50)
  index.writeUInt32BE(sizes[0], 54)
  index.writeUInt32BE(sizes[1], 70)
  index.writeUInt32BE(offset, 74)
  return segment(0xe2, Buffer.concat([Buffer.from('MPF\0', 'latin1'), index]))
}

const jpegOf = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()

/** As a phone writes Ultra HDR: a JPEG for every screen, and behind it another that says how much brighter each place may be. */
async function ultraHdr() {
  const [photo, map] = [await jpegOf(400, 300, '#c0562f'), await jpegOf(100, 75, '#ffffff')]
  const gainMap = Buffer.concat([startOfImage, xmp('hdrgm:Version="1.0" hdrgm:GainMapMax="3.0"'), map.subarray(2)])
  const described = xmp('hdrgm:Version="1.0"')
  const length = photo.length + described.length + multiPicture([0, 0], 0).length
  const markAt = 2 + described.length + 8
  const index = multiPicture([length, gainMap.length], length - markAt)
  const primary = Buffer.concat([startOfImage, described, index, photo.subarray(2)])
  return { bytes: Buffer.concat([primary, gainMap]), gainMapAt: primary.length }
}

test('a photo in Ultra HDR is shown as every screen shows it, and no second image comes with it', async () => {
  const { bytes, gainMapAt } = await ultraHdr()
  const indexAt = bytes.indexOf('MPF\0', 'latin1') + 4
  expect(indexAt + bytes.readUInt32BE(indexAt + 74), 'where the index says that the second begins').toBe(gainMapAt)
  expect((await sharp(bytes.subarray(gainMapAt)).metadata()).width).toBe(100)

  const rendered = await renderPhoto(bytes)
  if ('refusal' in rendered) throw new Error(rendered.refusal)
  expect(rendered).toMatchObject({ width: 400, height: 300 })
  const plain = await renderPhoto(await jpegOf(400, 300, '#c0562f'))
  expect(rendered.color).toBe('refusal' in plain ? undefined : plain.color)
  for (const file of filesOf(rendered)) {
    for (const trace of ['MPF\0', 'hdrgm', 'http://ns.adobe.com', 'tmap']) expect([file.format, file.bytes.includes(trace, 0, 'latin1')]).toEqual([file.format, false]) // prettier-ignore
    const { pages = 1, xmp: description } = await sharp(file.bytes).metadata()
    expect([pages, description]).toEqual([1, undefined])
    if (file.format !== 'jpeg') continue
    expect(file.bytes.indexOf(endOfImage), 'nothing is behind its end').toBe(file.bytes.length - 2)
  }
})
