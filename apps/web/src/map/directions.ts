import { directions } from '@buy-locals/features/place/directions'

/** What leads there from a browser that calls itself `device`. */
export function toDirections(destination: Parameters<typeof directions>[0], device: string): string {
  if (/iPhone|iPad|Macintosh/.test(device)) return directions(destination, 'ios')
  return directions(destination, device.includes('Android') ? 'android' : 'web')
}
