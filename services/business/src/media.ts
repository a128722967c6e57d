import type { Temporal } from 'temporal-polyfill'
import type { Upload } from '@buy-locals/contracts/business/shapes'

export type UploadLimits = { key: string; contentType: string; bytes: number; expiresAt: Temporal.Instant }

/**
 * Where the bytes of photos are, by keys such as `originals/pho_…` and `photos/pho_…/3f…-640.webp`. Whatever begins with
 * `photos/` can be read by everybody, and never changes under its key; nothing else can be read from outside.
 */
export type Media = {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  /** Undefined where there is nothing. */
  read(key: string): Promise<Buffer | undefined>
  /** Of keys that are gone already, nothing. */
  remove(keys: readonly string[]): Promise<void>
  /** Every key there is, in batches. */
  list(): AsyncIterable<string[]>
  /** Where people's browsers read it. */
  urlOf(key: string): string
  /** Lets whoever has the result store exactly so many bytes under that key until then. */
  signUpload(limits: UploadLimits): Upload
}
