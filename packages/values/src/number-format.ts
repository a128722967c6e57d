const mostLocales = 100

/** Making a format is slow, and a page writes many numbers in the same way. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): (locale: string) => Intl.NumberFormat {
  const formats = new Map<string, Intl.NumberFormat>()
  return (locale) => {
    const format = formats.get(locale) ?? new Intl.NumberFormat(locale, options)
    if (formats.size >= mostLocales) formats.clear()
    formats.set(locale, format)
    return format
  }
}
