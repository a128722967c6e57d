import { createHmac } from 'node:crypto'

type Fields = Record<string, string>
type Condition = Record<string, string> | [string, string | number, string | number]

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/**
 * What S3 checks of a form and the emulator does not: signature, expiry, and that each field is one of the policy.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function refusalOf(secret: string, { fields, bytes }: { fields: Fields; bytes: number }, now: number) {
  const { Policy: policy = '', 'X-Amz-Signature': signature, 'X-Amz-Credential': credential = '' } = fields
  const [, day = '', region = '', service = '', end = ''] = credential.split('/')
  const key = [day, region, service, end].reduce<string | Buffer>(hmac, `AWS4${secret}`)
  if (hmac(key, policy).toString('hex') !== signature) return 403
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, 'base64').toString()) as {
    expiration: string
    conditions: Condition[]
  }
  if (now > Date.parse(expiration)) return 403
  const exact = Object.assign({}, ...conditions.filter((each) => !Array.isArray(each))) as Fields
  const isCovered = ([name, value]: [string, string]) =>
    ['Policy', 'X-Amz-Signature'].includes(name) || exact[name] === value
  if (!Object.entries(fields).every(isCovered) || Object.keys(exact).some((name) => name !== 'bucket' && !(name in fields))) return 403 // prettier-ignore
  const range = conditions.find((each) => Array.isArray(each) && each[0] === 'content-length-range') as [string, number, number] // prettier-ignore
  return bytes < range[1] || bytes > range[2] ? 400 : undefined
}
