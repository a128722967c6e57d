export type Expect = (holds: boolean, finding: string) => void

/** What is changed again and again. Its versions are counted, and every version says its number wherever it is shown. */
export const details = ['name', 'description', 'price', 'review'] as const
export type Detail = (typeof details)[number]

type Change = { version: number; at: number }

/** When each change was answered, so that every reading can be held against what had to be seen by then. */
export function openHistory() {
  const changes: Record<Detail, Change[]> = { name: [], description: [], price: [], review: [] }
  const suspensions: { began: number; from: number; until: number; ended: number }[] = []
  const atLast = (moment: 'from' | 'until' | 'ended') => {
    const last = suspensions.at(-1)
    if (last) last[moment] = performance.now()
  }
  const never = Number.POSITIVE_INFINITY
  return {
    changed: (detail: Detail, version: number) => void changes[detail].push({ version, at: performance.now() }),
    /** What a reading may not be older than that began then. */
    oldest: (detail: Detail, at: number): number =>
      Math.max(0, ...changes[detail].map((each) => (each.at <= at ? each.version : 0))),
    count: (detail: Detail) => changes[detail].length,
    suspending: () => void suspensions.push({ began: performance.now(), from: never, until: never, ended: never }),
    suspended: () => atLast('from'),
    approving: () => atLast('until'),
    approved: () => atLast('ended'),
    countSuspensions: () => suspensions.length,
    /** Out of sight from the answer to the suspension until somebody asks for its end. */
    isHidden: (began: number, ended: number) => suspensions.some(({ from, until }) => began >= from && ended <= until),
    /** In sight until somebody asks for a suspension, and from so long after the answer to its end. */
    isShown: (began: number, ended: number, lateMs: number) =>
      suspensions.every((suspension) => ended <= suspension.began || began >= suspension.ended + lateMs),
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

/** Other services learn by an event that it is published again, which may be late. */
const ofTheProfile: readonly Detail[] = ['name', 'description']
const approvalMs = 1_000

/** What such a text does not show in its newest version. */
export const missingFrom = (history: History, text: string, of: readonly Detail[]): Detail[] =>
  of.filter((detail) => findVersion(detail, text) !== history.oldest(detail, performance.now()))

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
  const mustBeShown = history.isShown(began, ended, approvalMs)
  expect(status === 200 || !mustBeShown, `${what} answered ${status} while the business is published`)
  if (status !== 200) return
  for (const detail of of) {
    const seen = findVersion(detail, text)
    if (ofTheProfile.includes(detail))
      expect(seen !== undefined || !mustBeShown, `${what} shows no ${detail} while the business is published`)
    const oldest = history.oldest(detail, began - boundMs)
    if (seen !== undefined)
      expect(seen >= oldest, `${what} shows an old ${detail}: more than ${boundMs} ms after a newer one`)
  }
}
