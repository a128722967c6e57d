import { z } from 'zod'

/** What the environment says about where photos are. Credentials are found as every AWS SDK finds them. */
export const config = z
  .object({
    MEDIA_BUCKET: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, 'the name of a bucket, without dots')
      .optional(),
    AWS_REGION: z.string().min(1).optional(),
    /** Of storage that speaks as S3 does. */
    MEDIA_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  })
  .transform(({ MEDIA_BUCKET: bucket, AWS_REGION: region, MEDIA_ENDPOINT: endpoint }, { addIssue }) => {
    if (bucket === undefined) return { kind: 'disk' } as const
    if (region !== undefined) return { kind: 's3', bucket, region, endpoint } as const
    addIssue({ code: 'custom', path: ['AWS_REGION'], message: 'the region of MEDIA_BUCKET' })
    return z.NEVER
  })

export type MediaSettings = z.output<typeof config>
