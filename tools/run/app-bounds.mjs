const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB of bytecode`
const kilobytes = (bytes) => `${(bytes / 1e3).toFixed(0)} KB, packed, before the first screen`

/** How large the app may be: a phone loads all of its bytecode, a browser what its first screen needs. */
export const bounds = {
  android: { most: 4_450_000, format: megabytes },
  ios: { most: 4_350_000, format: megabytes },
  web: { most: 400_000, format: kilobytes },
}

/** Why it is refused; undefined where it is within its bound, and is there at all. */
export function refuseSize(platform, size) {
  const { most, format } = bounds[platform]
  if (size === 0) return `${platform}: nothing was built`
  return size > most ? `${platform}: ${format(size)}, at most ${format(most)}` : undefined
}
