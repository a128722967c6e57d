import type { Router } from 'express'
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
  sizeOf(key: string): Promise<number | undefined>
  /** Undefined where there is nothing. What is larger is not read: that is an error. */
  read(key: string, maxBytes: number): Promise<Buffer | undefined>
  /** Of keys that are gone already, nothing. */
  remove(keys: readonly string[]): Promise<void>
  /** Every key there is, in batches. */
  list(): AsyncIterable<string[]>
  /** Lets whoever has the result store exactly so many bytes under that key until then. */
  signUpload(limits: UploadLimits): Promise<Upload>
}

/** A storage as a host has it. */
export type OpenedMedia = {
  media: Media
  /** Where browsers send uploads. */
  uploadOrigin: string
  /** Gives what everybody may read, and takes uploads where those come here. `onStored`: the bytes under that key have come. */
  router(onStored: (key: string) => Promise<void>): Router
}

/** Where people's browsers read it, whichever storage has it. */
export const urlOf = (key: string): string => `/media/${key}`

export const cacheForever = { maxAge: 31_536_000, header: 'public, max-age=31536000, immutable' } as const
