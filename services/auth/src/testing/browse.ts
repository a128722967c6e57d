/** As a browser goes, until the provider sends it back: returns what it came back with. */
export async function browse(start: string, redirectUri: string): Promise<Record<string, string>> {
  const cookies = new Map<string, string>()
  for (let url = start, steps = 0; steps < 10; steps += 1) {
    if (url.startsWith(redirectUri)) return Object.fromEntries(new URL(url).searchParams)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2)
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (!next) throw new Error(`The provider does not go on: ${response.status} ${await response.text()}`)
    url = new URL(next, url).href
  }
  throw new Error('The provider goes around in circles')
}
