import { HeadObjectCommand } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { onS3 } from './storages.ts'

test('CloudFront may keep a photo forever, by what the object itself says, and no original', async () => {
  const { media, admin, bucket: Bucket } = await onS3()
  for (const key of ['photos/pho_1/a.webp', 'originals/pho_1']) await media.put(key, Buffer.from('x'), 'image/webp')
  const cachingOf = async (Key: string) => (await admin.send(new HeadObjectCommand({ Bucket, Key }))).CacheControl
  expect(await cachingOf('media/photos/pho_1/a.webp')).toBe('public, max-age=31536000, immutable')
  expect(await cachingOf('media/originals/pho_1')).toBeUndefined()
})
