import { formatDateTime, formatDay, formatTime } from '@buy-locals/values/format-time'
import { translatorForFeatures, type I18n } from '../i18n'
import { relativeDay } from '../time/relative-day'
import type { Listing } from './listings'

export type NextTimes = {
  /** "Fade · Today" */
  title: string
  price: NonNullable<Listing['next']>['price']
  label: string
  times: { at: string; day?: string; time: string; label: string; href: string }[]
}

/** The service of a business that was looked for, and its next free times: each leads to its booking, under its day where that is another one. */
export function describeNextTimes(
  i18n: I18n,
  { slug, next }: Pick<Listing, 'slug' | 'next'>,
  timeZone: string,
  now: string,
): NextTimes | undefined {
  if (!next) return undefined
  const t = translatorForFeatures(i18n)
  const { serviceId, serviceName: service, price, starts } = next
  const days = starts.map((at) => {
    const day = relativeDay(at, timeZone, now)
    return day ? t(`find.${day}`) : formatDay(i18n, at, timeZone)
  })
  return {
    title: [service, days[0]].filter(Boolean).join(' · '),
    price,
    label: t('find.times', { service }),
    times: starts.map((at, nth) => {
      const day = days[nth]
      return {
        at,
        ...(nth > 0 && day !== undefined && day !== days[nth - 1] && { day }),
        time: formatTime(i18n, at, timeZone),
        label: t('find.bookAt', { service, when: formatDateTime(i18n, at, timeZone, 'long') }),
        href: `/b/${slug}/book/${serviceId}?at=${at}`,
      }
    }),
  }
}
