import { useState } from 'react'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { addPhoto, deletePhoto, listPhotos } from '@buy-locals/contracts/business/operations'
import type { DetailPhoto } from '@buy-locals/contracts/business/shapes'
import { checkFile } from '@buy-locals/features/photos/check-file'
import { sendFile } from '@buy-locals/features/photos/send-file'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'
import { invalidate } from '../api/queries'

type Fault = Extract<ReturnType<typeof checkFile>, { fault: string }>['fault'] | 'limit' | 'failed'

export type FileUpload = {
  key: string
  file: File
  /** How much of it is sent, from 0 to 1. */
  done: number
  fault: Fault | undefined
  /** Once it is announced. */
  photoId?: Id<'photo'>
}

function faultOf(file: File): Fault | undefined {
  const checked = checkFile(file)
  return typeof checked === 'object' ? checked.fault : undefined
}

/** Several files at once, each with its own progress and its own end. */
export function useUploads(businessId: Id<'business'>, of?: DetailPhoto['of']) {
  const [uploads, setUploads] = useState<FileUpload[]>([])
  const [stops] = useState(() => new Map<string, AbortController>())
  const change = (key: string, changes: Partial<FileUpload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  const remove = (key: string) => setUploads((all) => all.filter((each) => each.key !== key))

  /** What was announced and will not come would stand in the list, and count, for an hour. */
  const withdraw = (photoId: Id<'photo'>) =>
    callApi(deletePhoto, { params: { businessId, photoId } }).then(() => invalidate(listPhotos), () => {}) // prettier-ignore

  async function run({ key, file }: FileUpload): Promise<void> {
    const contentType = checkFile(file)
    if (typeof contentType === 'object') return
    const { signal } = stops.get(key) ?? new AbortController()
    if (signal.aborted) return
    let photoId: Id<'photo'> | undefined
    try {
      const input = { params: { businessId }, body: { contentType, bytes: file.size, ...(of && { of }) } }
      const { photo, upload } = await callApi(addPhoto, input)
      photoId = photo.id
      change(key, { photoId })
      await sendFile(upload, file, { onProgress: (done) => change(key, { done }), signal })
      stops.delete(key)
      await invalidate(listPhotos)
      remove(key)
    } catch (error) {
      stops.delete(key)
      change(key, { fault: error instanceof Refusal && error.code === 'limit-reached' ? 'limit' : 'failed' })
      if (photoId) await withdraw(photoId)
    }
  }

  /** One after the other, so that they are in the order in which they were chosen. */
  async function add(files: readonly File[]): Promise<void> {
    const added = files.map((file) => ({ key: newIdempotencyKey(), file, done: 0, fault: faultOf(file) }))
    for (const { key } of added) stops.set(key, new AbortController())
    setUploads((all) => [...all, ...added])
    for (const each of added) await run(each)
  }

  function retry(upload: FileUpload): void {
    change(upload.key, { fault: undefined, done: 0 })
    stops.set(upload.key, new AbortController())
    void run(upload)
  }

  /** What is being sent is sent no further. */
  function dismiss(key: string): void {
    stops.get(key)?.abort()
    remove(key)
  }
  return { uploads, add, retry, dismiss }
}
