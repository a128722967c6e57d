import { useState } from 'react'
import { newIdempotencyKey } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { OwnPhoto, Upload } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import { createQueue } from '@buy-locals/values/queue'
import type { UploadFault } from '../upload-row'
import { checkFile, type PhotoFile } from './check-file'
import { sendFile } from './send-file'

export type FileUpload = {
  key: string
  file: File
  /** How much of it is sent, from 0 to 1. */
  done: number
  stop: AbortController
  fault?: UploadFault | undefined
  /** Once it is announced. */
  photoId?: Id<'photo'>
}

/** Whose photos they become. */
type Destination = {
  announce(file: PhotoFile): Promise<{ photo: Pick<OwnPhoto, 'id'>; upload: Upload }>
  /** What was announced and will not come would stand in the list, and count, for an hour. */
  withdraw(photoId: Id<'photo'>): Promise<unknown>
  /** One has arrived. */
  onSent(): Promise<unknown>
}

/** While one waits for the server others are on their way; with more, each would only be slower. */
const sentAtOnce = 3

/** Several files at once, each with its own progress and its own end. */
export function useUploads({ announce, withdraw, onSent }: Destination) {
  const [uploads, setUploads] = useState<FileUpload[]>([])
  const [queues] = useState(() => ({ send: createQueue(sentAtOnce), announce: createQueue(1) }))
  const change = (key: string, changes: Partial<FileUpload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  const remove = (key: string) => setUploads((all) => all.filter((each) => each.key !== key))

  async function send({ key, file, stop: { signal } }: FileUpload): Promise<void> {
    const checked = checkFile(file)
    if ('fault' in checked || signal.aborted) return
    let photoId: Id<'photo'> | undefined
    try {
      // One at a time, so that they are in the order in which they were chosen.
      const { photo, upload } = await queues.announce.run(() => announce(checked))
      photoId = photo.id
      change(key, { photoId })
      await sendFile(upload, file, { onProgress: (done) => change(key, { done }), signal })
      await onSent()
      remove(key)
    } catch (error) {
      change(key, { fault: error instanceof Refusal && error.code === 'limit-reached' ? 'limit' : 'failed' })
      if (photoId) await withdraw(photoId)
    }
  }

  const enqueue = (upload: FileUpload) => void queues.send.run(() => send(upload))

  /** Whoever chooses others has read why a file before could not be used. */
  function add(files: readonly File[]): void {
    const added = files.map(newUpload)
    setUploads((all) => [...all.filter(({ fault }) => !fault || fault === 'failed'), ...added])
    for (const upload of added) if (!upload.fault) enqueue(upload)
  }

  function retry(upload: FileUpload): void {
    const again = { ...upload, done: 0, fault: undefined, stop: new AbortController() }
    change(upload.key, again)
    enqueue(again)
  }

  /** What is being sent is sent no further. */
  function dismiss({ key, stop, fault }: FileUpload): void {
    if (!fault) stop.abort()
    remove(key)
  }
  return { uploads, add, retry, dismiss }
}

function newUpload(file: File): FileUpload {
  const checked = checkFile(file)
  const upload = { key: newIdempotencyKey(), file, done: 0, stop: new AbortController() }
  return 'fault' in checked ? { ...upload, fault: checked.fault } : upload
}
