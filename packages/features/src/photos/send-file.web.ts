import type { Upload } from '@buy-locals/contracts/business/shapes'

type Sending = {
  /** How far it is, from 0 to 1. `fetch` does not tell. */
  onProgress: (done: number) => void
  signal: AbortSignal
}

/** Sends the bytes to where the API said. */
export function sendFile({ url, method, headers, fields }: Upload, file: File, { onProgress, signal }: Sending) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => (request.status < 300 ? resolve() : reject(new Error(`The upload got ${request.status}`)))
    request.onerror = () => reject(new Error('The upload did not arrive'))
    const cancel = () => reject(new Error('The upload was canceled'))
    if (signal.aborted) return cancel()
    request.onabort = cancel
    signal.addEventListener('abort', () => request.abort())
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.send(form)
  })
}
