import { invalid } from '@buy-locals/contracts/problem'

export type UploadForm = {
  fields: Record<string, string>
  /** To be read to its end, or left. */
  file: AsyncGenerator<Buffer>
}

const maxFieldBytes = 16_384
const maxFields = 20

/** A form with fields and then one file, which is passed on as it comes in: no upload is ever in memory as a whole. */
export async function readForm(body: AsyncIterator<Buffer>, contentType: string): Promise<UploadForm> {
  const boundary = /^multipart\/form-data\s*;.*boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1]
  if (boundary === undefined) throw malformed('a form with a file')
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const input = readerOf(body, Buffer.from('\r\n'))
  await input.until(delimiter)
  const fields: Record<string, string> = {}
  while (Object.keys(fields).length < maxFields) {
    const head = (await input.until(Buffer.from('\r\n\r\n'))).toString()
    const name = /;\s*name="([^"]*)"/i.exec(head)?.[1]
    if (name === undefined) throw malformed('parts that have a name, and a file at the end')
    if (name === 'file') return { fields, file: input.chunksUntil(delimiter) }
    fields[name] = (await input.until(delimiter)).toString()
  }
  throw malformed('fewer fields')
}

const malformed = (detail: string) => invalid({ pointer: '/body', detail, code: 'unusable' })

function readerOf(body: AsyncIterator<Buffer>, begun: Buffer) {
  let waiting = begun
  const readMore = async () => {
    const next = await body.next()
    if (next.done) throw malformed('a form with an end')
    waiting = Buffer.concat([waiting, next.value])
  }
  return {
    /** What comes before it. */
    until: async (mark: Buffer): Promise<Buffer> => {
      for (;;) {
        const at = waiting.indexOf(mark)
        if (at > maxFieldBytes || (at < 0 && waiting.length > maxFieldBytes + 65_536)) throw malformed('shorter fields')
        if (at >= 0) {
          const before = waiting.subarray(0, at)
          waiting = waiting.subarray(at + mark.length)
          return before
        }
        await readMore()
      }
    },
    async *chunksUntil(mark: Buffer): AsyncGenerator<Buffer> {
      for (;;) {
        const at = waiting.indexOf(mark)
        // The mark may have come in half.
        const end = at >= 0 ? at : Math.max(0, waiting.length - mark.length + 1)
        if (end > 0) yield waiting.subarray(0, end)
        waiting = waiting.subarray(end)
        if (at >= 0) return
        await readMore()
      }
    },
  }
}
