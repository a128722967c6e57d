/** Whoever closes the browser's sheet has shared nothing, which is no error. Where there is none, the address is copied. */
export async function share(title: string, url: string): Promise<'shared' | 'copied'> {
  if ('share' in navigator) {
    await navigator.share({ title, url }).catch(ignoreClosed)
    return 'shared'
  }
  await (navigator as Navigator).clipboard.writeText(url)
  return 'copied'
}

function ignoreClosed(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
}
