/** The languages there is a catalogue for, each with the ways of writing dates and money that we know. The first is for everybody else. */
const locales = ['en-US', 'en-AU', 'en-CA', 'en-GB', 'en-IE', 'en-IN', 'en-NZ', 'en-ZA']
const [standard = ''] = locales

/** What the reader prefers of what we have: never the reader's own words, which would be keys of what the server keeps in memory. */
export function negotiateLocale(acceptLanguage: string | undefined): string {
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', quality = 'q=1'] = entry.trim().split(';')
      return { tag: tag.toLowerCase().split('-'), quality: Number(quality.trim().slice(2)) }
    })
    .filter(
      ({ tag: [language = ''], quality }) => quality > 0 && locales.some((locale) => locale.startsWith(`${language}-`)),
    )
    .toSorted((a, b) => b.quality - a.quality)[0]
  const [language, ...subtags] = preferred?.tag ?? []
  const candidates = subtags.map((subtag) => `${language}-${subtag.toUpperCase()}`)
  return candidates.find((locale) => locales.includes(locale)) ?? standard
}
