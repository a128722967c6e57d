import { useState } from 'react'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { addPhoto, listPhotos } from '@buy-locals/contracts/business/operations'
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
}

/** Several files at once, each with its own progress and its own end. */
export function useUploads(businessId: Id<'business'>, of?: DetailPhoto['of']) {
  const [uploads, setUploads] = useState<FileUpload[]>([])
  const change = (key: string, changes: Partial<FileUpload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  const dismiss = (key: string) => setUploads((all) => all.filter((each) => each.key !== key))

  async function run({ key, file }: FileUpload): Promise<void> {
    const contentType = checkFile(file)
    if (typeof contentType === 'object') return change(key, contentType)
    try {
      const input = { params: { businessId }, body: { contentType, bytes: file.size, ...(of && { of }) } }
      const { upload } = await callApi(addPhoto, input)
      await sendFile(upload, file, (done) => change(key, { done }))
      await invalidate(listPhotos)
      dismiss(key)
    } catch (error) {
      change(key, { fault: error instanceof Refusal && error.code === 'limit-reached' ? 'limit' : 'failed' })
    }
  }

  /** One after the other, so that they are in the order in which they were chosen. */
  async function add(files: readonly File[]): Promise<void> {
    const added = files.map((file) => ({ key: newIdempotencyKey(), file, done: 0, fault: undefined }))
    setUploads((all) => [...all, ...added])
    for (const each of added) await run(each)
  }

  function retry(upload: FileUpload): void {
    change(upload.key, { fault: undefined, done: 0 })
    void run(upload)
  }
  return { uploads, add, retry, dismiss }
}
