export type Expect = (holds: boolean, finding: string) => void

/** What is changed again and again. Its versions are counted, and every version says its number wherever it is shown. */
export const details = ['name', 'description', 'price', 'review'] as const
export type Detail = (typeof details)[number]

type Change = { version: number; at: number }

/** When each change was answered, so that every reading can be held against what had to be seen by then. */
export function openHistory() {
  const changes: Record<Detail, Change[]> = { name: [], description: [], price: [], review: [] }
  const hidden: { from: number; until: number }[] = []
  return {
    changed: (detail: Detail, version: number) => void changes[detail].push({ version, at: performance.now() }),
    /** What a reading may not be older than that began then. */
    oldest: (detail: Detail, at: number): number =>
      Math.max(0, ...changes[detail].map((each) => (each.at <= at ? each.version : 0))),
    count: (detail: Detail) => changes[detail].length,
    /** Out of sight from the answer to the suspension until somebody asks for its end. */
    hide: () => void hidden.push({ from: performance.now(), until: Number.POSITIVE_INFINITY }),
    show: () => {
      const last = hidden.at(-1)
      if (last) last.until = performance.now()
    },
    countHidden: () => hidden.length,
    isHidden: (began: number, ended: number) => hidden.some(({ from, until }) => began >= from && ended <= until),
  }
}
export type History = ReturnType<typeof openHistory>

const shown: Record<Detail, RegExp> = {
  name: /Corner No\. (\d+)/g,
  description: /since change (\d+) of/g,
  price: /\$(1\d\.\d\d)|"amount":(1\d{3})\b/g,
  review: /visit number (\d+) was/g,
}

export const nameOf = (version: number) => `Corner No. ${version}`
export const descriptionOf = (version: number) => `Open since change ${version} of many`
/** Cents: $10.07 is the seventh. */
export const priceOf = (version: number) => ({ amount: 1_000 + version, currency: 'USD' as const })
export const reviewOf = (version: number) => `My visit number ${version} was good`

const versionOf = (detail: Detail, text: string): number =>
  detail === 'price' ? Math.round(Number(text) * (text.includes('.') ? 100 : 1)) - 1_000 : Number(text)

/** The oldest version of it that stands there; of the reviews, which stay, the newest. */
export function findVersion(detail: Detail, text: string): number | undefined {
  const versions = [...text.matchAll(shown[detail])].map(([, one, other]) => versionOf(detail, one ?? other ?? ''))
  if (versions.length === 0) return undefined
  return detail === 'review' ? Math.max(...versions) : Math.min(...versions)
}

export type Reading = { what: string; began: number; ended: number; status: number; text: string; boundMs: number }

export function checkReading(
  history: History,
  { what, began, ended, status, text, boundMs }: Reading,
  of: readonly Detail[],
  expect: Expect,
): void {
  const showsIt = status === 200 && findVersion('name', text) !== undefined
  expect(!(showsIt && history.isHidden(began, ended)), `${what} shows the business while it is suspended`)
  expect(status < 500, `${what} answered ${status}`)
  if (status !== 200) return
  for (const detail of of) {
    const seen = findVersion(detail, text)
    const oldest = history.oldest(detail, began - boundMs)
    if (seen !== undefined)
      expect(seen >= oldest, `${what} shows an old ${detail}: more than ${boundMs} ms after a newer one`)
  }
}
