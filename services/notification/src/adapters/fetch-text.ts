type Bounds = { mostBytes: number; patienceMs: number }

/** Undefined where there is none. Follows no redirect and reads no more than `mostBytes`. */
export async function fetchText(url: string, { mostBytes, patienceMs }: Bounds): Promise<string | undefined> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
  if (response.status >= 400 && response.status < 500) {
    await response.body?.cancel()
    return undefined
  }
  if (!response.ok) throw new Error(`The server answers ${response.status}`)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new Error(`The response has more than ${mostBytes} bytes`) // which ends the connection
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
