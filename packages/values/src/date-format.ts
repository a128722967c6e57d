const formats = new Map<string, Intl.DateTimeFormat>()
const mostFormats = 1_000

export const countCachedFormats = () => formats.size

/** Making a format is slow, and a page formats many times. Those used longest ago are forgotten. */
export function cachedFormat(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options])
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formats.delete(key)
  formats.set(key, format)
  const [oldest] = formats.keys()
  if (formats.size > mostFormats && oldest !== undefined) formats.delete(oldest)
  return format
}
