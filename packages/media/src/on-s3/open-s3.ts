import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { Router, type Response } from 'express'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { MediaSettings } from '../config.ts'
import { cacheForever, type OpenedMedia } from '../media.ts'
import { ignoreMissing, mediaOnS3, objectKey, type Bucket } from './media-on-s3.ts'

type Settings = Extract<MediaSettings, { kind: 's3' }>

export function openS3({ bucket: name, region, endpoint }: Settings, clock: Clock): OpenedMedia {
  const client = new S3Client({ region, ...(endpoint !== undefined && { endpoint, forcePathStyle: true }) })
  const bucket = { client, name, clock }
  return {
    media: mediaOnS3(bucket),
    uploadOrigin: endpoint ? new URL(endpoint).origin : `https://${name}.s3.${region}.amazonaws.com`,
    router: () => publicFiles(bucket),
  }
}

/** Where no CloudFront stands before this server. Files are small, and passed on as they come. */
function publicFiles({ client, name }: Bucket): Router {
  const router = Router()
  router.get(/^\/media\/(photos\/[\w./-]+)$/, async ({ params }, res, next) => {
    const key = String(params[0])
    const read = new GetObjectCommand({ Bucket: name, Key: objectKey(key) })
    const object = key.includes('..') ? undefined : await client.send(read).catch(ignoreMissing)
    if (!object) return next()
    res.set({ 'cache-control': cacheForever.header, 'content-type': object.ContentType })
    if (object.ContentLength !== undefined) res.set('content-length', String(object.ContentLength))
    await passOn(object.Body as Readable, res)
  })
  return router
}

/** A reader who goes away is no error. */
const passOn = (body: Readable, res: Response): Promise<void> =>
  pipeline(body, res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
