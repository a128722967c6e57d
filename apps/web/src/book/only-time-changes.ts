import type { ShouldRevalidateFunctionArgs } from 'react-router'

/** Choosing a time, and going back to the times, needs nothing of the server: it works offline too. */
export function unlessOnlyTimeChanges({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isSame = currentUrl.href === nextUrl.href
  return !isSame && withoutTime(currentUrl) === withoutTime(nextUrl) ? false : defaultShouldRevalidate
}

function withoutTime({ pathname, searchParams }: URL): string {
  const others = new URLSearchParams(searchParams)
  others.delete('at')
  return `${pathname}?${others.toString()}`
}
