/** What a tab remembers until it is closed, also over a reload. A browser may refuse to store anything. */
export function readDevice(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch (error) {
    return ignoreBlocked(error)
  }
}

export function writeDevice(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value)
  } catch (error) {
    ignoreBlocked(error)
  }
}

export function clearDevice(): void {
  try {
    sessionStorage.clear()
  } catch (error) {
    ignoreBlocked(error)
  }
}

function ignoreBlocked(error: unknown): undefined {
  if (!(error instanceof DOMException)) throw error
}
