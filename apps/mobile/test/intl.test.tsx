import { expect, jest, test } from '@jest/globals'
import type { Locale } from '@buy-locals/values/locale'
import { loadIntl } from '../src/intl/load-intl'

declare const intlOfNode: Record<string, object>

const zones = ['America/Boise', 'America/New_York', 'America/Phoenix', 'America/St_Johns', 'Europe/London', 'Europe/Madrid', 'Africa/Johannesburg', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Auckland', 'UTC'] // prettier-ignore
const locales: Locale[] = ['en-US', 'en-GB', 'es-US', 'en-AU', 'es-ES', 'es-MX']
const starts = ['2026-11-24T16:00:00Z', '2026-06-03T23:30:00Z', '2027-03-14T09:30:00Z']
const minutes = (start: string, count: number) => new Date(Date.parse(start) + count * 60_000).toISOString()

/** Every text that is made of a time, an amount, a length or a distance, by its name. */
async function writeAll(locale: Locale): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  await jest.isolateModulesAsync(async () => {
    const time = await import('@buy-locals/values/format-time')
    const { format } = await import('@buy-locals/values/amount')
    const { localTimeOf, instantOf } = await import('@buy-locals/values/time')
    const { toLocalDate, toLocalTime } = await import('@buy-locals/features/time/dates')
    const { formatDistance } = await import('@buy-locals/features/place/distance')
    const reader = { locale }
    const put = (name: string, text: string) => texts.set(name, text.replaceAll(/[\u00A0\u2009\u202F]/g, ' '))
    for (const zone of zones)
      for (const start of starts) {
        const { formatDay, formatDayWithYear, formatMonthDay, formatDayOfMonth, formatTime, formatHour } = time
        const { formatDateTime, formatDateTimeWithZone, formatDateTimeInFull, formatZoneInFull } = time
        for (const write of [
          formatDay,
          formatDayWithYear,
          formatMonthDay,
          formatDayOfMonth,
          formatTime,
          formatHour,
          formatDateTime,
          formatDateTimeWithZone,
          formatDateTimeInFull,
          formatZoneInFull,
        ])
          // prettier-ignore
          put(`${write.name} ${zone} ${start}`, write(reader, start, zone))
        const { formatDaysWithYear, formatDates, formatMonths } = time
        for (const write of [formatDaysWithYear, formatDates, formatMonths])
          for (const days of [3, 40])
            put(`${write.name} ${zone} ${start} ${days}`, write(reader, start, minutes(start, days * 1440), zone))
        put(`local ${zone} ${start}`, `${toLocalDate(start, zone)} ${toLocalTime(start, zone)}`)
        put(`instant ${zone}`, localTimeOf(instantOf('2026-07-01', '09:30', zone), zone))
        for (const length of [45, 540]) {
          const end = minutes(start, length)
          for (const [write, writeEnd] of [
            [time.formatTimeRange, formatTime],
            [time.formatHourRange, formatHour],
            [time.formatDateTimeRange, formatDateTime],
          ] as const) {
            // prettier-ignore
            const name = `${write.name} ${zone} ${start} ${length}`
            put(name, write(reader, start, end, zone))
            put(`${name} by the minute`, `${formatTime(reader, start, zone)} – ${formatTime(reader, end, zone)}`)
            put(`${name} in full`, `${writeEnd(reader, start, zone)} – ${writeEnd(reader, end, zone)}`)
          }
        }
      }
    for (const weekday of [1, 7]) put(`weekday ${weekday}`, time.formatWeekday(reader, weekday))
    for (const length of [5, 45, 60, 90, 1500]) put(`duration ${length}`, time.formatDuration(reader, length))
    for (const currency of ['USD', 'EUR', 'GBP', 'MXN', 'JPY'] as const)
      for (const amount of [0, 4500, 123_456_750, -300])
        put(`${currency} ${amount}`, format({ amount, currency }, locale))
    for (const meters of [80, 650, 1609, 25_000]) put(`distance ${meters}`, formatDistance(reader as never, meters))
  })
  return texts
}

async function writeAsNode(locale: Locale) {
  const own = Object.fromEntries(Object.keys(intlOfNode).map((name) => [name, Intl[name as keyof typeof Intl]]))
  Object.assign(Intl, intlOfNode)
  const texts = await writeAll(locale)
  Object.assign(Intl, own)
  return texts
}

test.each(locales)('a phone writes times, amounts and distances in %s as a browser does', async (locale) => {
  await loadIntl(locale)
  const [phone, node] = [await writeAll(locale), await writeAsNode(locale)]
  expect(phone.size).toBeGreaterThan(700)
  expect(phone.get('instant Asia/Kathmandu')).toBe('2026-07-01T09:30')
  /** A range may say in full what a browser says once, "9:00 AM – 9:30 AM". */
  const isWritten = (name: string, text: string) =>
    [name, `${name} in full`, `${name} by the minute`].some((other) => node.get(other) === text)
  const others = [...phone].filter(([name, text]) => !isWritten(name, text))
  expect(others.map(([name, text]) => `${name}: ${text} | ${node.get(name)}`)).toEqual([])
})
