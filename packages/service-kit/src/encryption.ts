import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** The label is part of every key in use and never changes. */
const keyLabel = 'seal'
const deriveKey = (secret: string) => createHash('sha256').update(`${keyLabel} ${secret}`).digest()

/** Authenticated encryption (AES-256-GCM): the nonce, the tag and the ciphertext as base64. */
export function encrypt(secret: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(secret), nonce)
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64')
}

export function decrypt(secret: string, encrypted: string): string {
  const bytes = Buffer.from(encrypted, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', deriveKey(secret), bytes.subarray(0, 12))
  cipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
}
