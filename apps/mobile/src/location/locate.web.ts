import { maxAgeMs, patienceMs, type Located } from './located'

/** Whether the browser will show its own prompt. One that does not tell will. */
export async function willPrompt(): Promise<boolean> {
  const status = await navigator.permissions.query({ name: 'geolocation' }).catch(() => undefined)
  return status === undefined || status.state === 'prompt'
}

export const locate = () =>
  new Promise<Located>((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lon: coords.longitude }),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : 'unavailable'),
      { timeout: patienceMs, maximumAge: maxAgeMs },
    )
  })

/** No page opens a browser's settings. */
export const openSettings: (() => void) | undefined = undefined
