import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { Problem } from '@buy-locals/contracts/problem'
import type { UploadLimits } from '../media.ts'

/** As S3 writes the policy of a form: what may be stored where, until when. */
const policyShape = z.object({
  expiration: z.string(),
  key: z.string(),
  contentType: z.string(),
  bytes: z.number(),
})
export type Policy = z.output<typeof policyShape>

export function signPolicy(
  secret: string,
  { key, contentType, bytes, expiresAt }: UploadLimits,
): Record<string, string> {
  const written: Policy = { expiration: expiresAt.toString(), key, contentType, bytes }
  const policy = Buffer.from(JSON.stringify(written)).toString('base64')
  return { key, 'Content-Type': contentType, policy, signature: signatureOf(secret, policy).toString('base64') }
}

/** What the signature allows. Refuses fields that somebody has changed, and what comes too late. */
export function readPolicy(secret: string, now: Temporal.Instant, fields: Record<string, string>): Policy {
  const { policy = '', signature = '' } = fields
  const sent = Buffer.from(signature, 'base64')
  const right = signatureOf(secret, policy)
  if (sent.length !== right.length || !timingSafeEqual(sent, right)) throw refused('The signature does not fit')
  const read = policyShape.parse(JSON.parse(Buffer.from(policy, 'base64').toString()))
  if (fields['key'] !== read.key || fields['Content-Type'] !== read.contentType)
    throw refused('The fields are not those that were signed')
  if (now.epochMilliseconds > Date.parse(read.expiration)) throw refused('The time to upload it is over')
  return read
}

const refused = (detail: string) => new Problem('forbidden', detail)

const signatureOf = (secret: string, policy: string) =>
  createHmac('sha256', createHmac('sha256', secret).update('uploads of media').digest()).update(policy).digest()
