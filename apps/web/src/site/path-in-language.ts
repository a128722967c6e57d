/** An address that names its language, or where none is given, does not. */
export function pathInLanguage(address: string, locale: string | undefined): string {
  const [path = '', search = ''] = address.split('?')
  const params = new URLSearchParams(search)
  params.delete('lang')
  if (locale) params.set('lang', locale)
  return params.size ? `${path}?${params.toString()}` : path
}
