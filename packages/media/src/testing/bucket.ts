import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { buildApp } from 'fauxqs'

export type Bucket = Awaited<ReturnType<typeof startBucket>>

/** Storage that speaks as S3 does, on this machine. It checks no signatures. */
export async function startBucket() {
  const emulator = buildApp({ logger: false })
  const endpoint = await emulator.listen({ host: '127.0.0.1', port: 0 })
  const [bucket, region] = ['photos-of-tests', 'eu-central-1']
  const credentials = { accessKeyId: 'of-the-tests', secretAccessKey: 'of the tests' }
  const admin = new S3Client({ region, endpoint, forcePathStyle: true, credentials })
  await admin.send(new CreateBucketCommand({ Bucket: bucket }))
  return {
    settings: { MEDIA_BUCKET: bucket, AWS_REGION: region, MEDIA_ENDPOINT: endpoint },
    admin,
    /** All that is in it. */
    async read(): Promise<{ key: string; bytes: Buffer }[]> {
      const { Contents = [] } = await admin.send(new ListObjectsV2Command({ Bucket: bucket }))
      const keys = Contents.map(({ Key = '' }) => Key)
      return Promise.all(
        keys.map(async (key) => {
          const { Body } = await admin.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
          return { key, bytes: Buffer.from((await Body?.transformToByteArray()) ?? []) }
        }),
      )
    },
    [Symbol.asyncDispose]: async () => {
      admin.destroy()
      await emulator.close()
    },
  }
}
