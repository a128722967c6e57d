import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3ServiceException,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import type { Clock } from '@buy-locals/service-kit/clock'
import { cacheForever, type Media } from '../media.ts'

export type Bucket = { client: S3Client; name: string; clock: Clock }

/** As in its address, so that CloudFront gives `/media/photos/…` from the bucket as it is. */
const folder = 'media/'
export const objectKey = (key: string): string => `${folder}${key}`

/** S3 deletes so many at once. */
const batch = 1_000

/** Objects of one bucket. */
export function mediaOnS3({ client, name: Bucket, clock }: Bucket): Media {
  return {
    put: async (key, bytes, contentType) => {
      const caching = key.startsWith('photos/') ? { CacheControl: cacheForever.header } : {}
      await client.send(
        new PutObjectCommand({ Bucket, Key: objectKey(key), Body: bytes, ContentType: contentType, ...caching }),
      )
    },
    sizeOf: async (key) => {
      const head = await client.send(new HeadObjectCommand({ Bucket, Key: objectKey(key) })).catch(ignoreMissing)
      return head?.ContentLength
    },
    read: async (key, maxBytes) => {
      const object = await client.send(new GetObjectCommand({ Bucket, Key: objectKey(key) })).catch(ignoreMissing)
      return object?.Body && readBounded(object.Body as AsyncIterable<Uint8Array>, maxBytes)
    },
    remove: async (keys) => {
      for (let at = 0; at < keys.length; at += batch) {
        const Objects = keys.slice(at, at + batch).map((key) => ({ Key: objectKey(key) }))
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        )
        const [failed] = Errors
        if (failed) throw new Error(`${Errors.length} objects were not deleted: ${failed.Code} of ${failed.Key}`)
      }
    },
    list: async function* () {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: folder }))
        if (Contents.length > 0) yield Contents.map(({ Key = '' }) => Key.slice(folder.length))
    },
    signUpload: async ({ key, contentType, bytes, expiresAt }) => {
      const { url, fields } = await createPresignedPost(client, {
        Bucket,
        Key: objectKey(key),
        Fields: { 'Content-Type': contentType },
        Conditions: [['content-length-range', bytes, bytes]],
        Expires: Math.max(1, Math.round(expiresAt.since(clock()).total('seconds'))),
      })
      return {
        ...{ url, method: 'POST', headers: {}, fields },
        expiresAt: expiresAt.toString({ smallestUnit: 'second' }),
      }
    },
  }
}

/** Without waiting for the rest of what is too large. */
async function readBounded(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let count = 0
  for await (const chunk of body) {
    count += chunk.length
    if (count > maxBytes) throw new Error(`It has more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** S3 says `NoSuchKey` where it sends a body, and `NotFound` where it cannot. */
export function ignoreMissing(error: unknown): undefined {
  if (!(error instanceof S3ServiceException) || !['NoSuchKey', 'NotFound'].includes(error.name)) throw error
}
