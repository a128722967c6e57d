/** The languages there is a catalogue for. */
const languages = ['en']

/** The first language of the reader that the site has, with their own way of writing dates and money. */
export function negotiateLocale(acceptLanguage: string | undefined): string {
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', quality = 'q=1'] = entry.trim().split(';')
      return { tag, quality: Number(quality.trim().slice(2)) }
    })
    .filter(({ tag, quality }) => quality > 0 && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag))
    .toSorted((a, b) => b.quality - a.quality)
    .find(({ tag }) => languages.includes(tag.split('-')[0]?.toLowerCase() ?? ''))
  const [, language, region] =
    /^([a-z]+)(?:-[a-z]{4})?(?:-([a-z]{2}|\d{3})(?![^-]))?/i.exec(preferred?.tag ?? 'en-US') ?? []
  // No more of the tag than this: it is a key of what the server keeps in memory, and may be malformed further on.
  return [language?.toLowerCase(), region?.toUpperCase()].filter(Boolean).join('-')
}
