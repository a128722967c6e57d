import { join } from 'node:path'
import express, { Router, type Request } from 'express'
import { maxPhotoBytes } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import type { Clock } from '@buy-locals/service-kit/clock'
import { cacheForever } from '../media.ts'
import { writeWhole, uploadPath, type DiskSettings } from './media-on-disk.ts'
import { readForm } from './read-form.ts'
import { readPolicy, type Policy } from './upload-policy.ts'

type Options = Pick<DiskSettings, 'folder' | 'secret'> & {
  clock: Clock
  onStored(key: string): Promise<void>
}

/** What S3 and CloudFront do elsewhere: takes uploads that are signed, and gives what everybody may read. */
export function mediaRouter({ folder, secret, clock, onStored }: Options): Router {
  const router = Router()
  // Whoever has signed fields may send them, from whichever name of this site their page has.
  router.use(uploadPath, (req, res, next) => {
    res.set({ 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' })
    if (req.method === 'OPTIONS') res.set('access-control-max-age', '7200').sendStatus(204)
    else next()
  })
  router.post(uploadPath, async (req, res) => {
    refuseTooLarge(Number(req.get('content-length') ?? 0))
    try {
      const body = req.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>
      const { fields, file } = await readForm(body, req.get('content-type') ?? '')
      const policy = readPolicy(secret, clock(), fields)
      await writeWhole(folder, policy.key, exactly(policy, file))
      await onStored(policy.key)
    } finally {
      finishReading(req)
    }
    res.sendStatus(204)
  })
  const files = {
    index: false,
    redirect: false,
    immutable: true,
    maxAge: cacheForever.maxAge * 1_000,
    fallthrough: true,
  } as const
  router.use('/media/photos', express.static(join(folder, 'photos'), files))
  return router
}

const refuseTooLarge = (bytes: number) => {
  if (bytes > maxPhotoBytes + 65_536) throw new Problem('too-large', `A photo may have ${maxPhotoBytes} bytes`)
}

/** As many bytes as were signed, no more and no less. */
async function* exactly({ bytes }: Policy, file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let count = 0
  for await (const chunk of file) {
    count += chunk.length
    if (count > bytes) throw new Problem('too-large', `It was announced with ${bytes} bytes`)
    yield chunk
  }
  if (count < bytes) throw new Problem('invalid-request', `It ends after ${count} of ${bytes} bytes`)
}

/** The rest of what is refused is not stored, but read: otherwise the refusal would not be. */
const finishReading = (req: Request) => void req.resume()
