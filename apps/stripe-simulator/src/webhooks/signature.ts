import { createHmac } from 'node:crypto'

export function signature(body: string, secret: string, now: number): string {
  const signed = createHmac('sha256', secret).update(`${now}.${body}`).digest('hex')
  return `t=${now},v1=${signed}`
}
