/** What a browser says of itself: it may be in a network that leads nowhere. Node, which renders pages, says nothing. */
export const isDeviceOnline = (): boolean => navigator.onLine !== false

export function watchDevice(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
