/** The rules of all countries are fetched by whoever types a number. Where they cannot be, a number with its country code is still taken. */
export async function readPhone(text: string, country: string): Promise<string | undefined> {
  if (!text.trim()) return undefined
  const rules = await import('@buy-locals/values/phone').catch(() => undefined)
  if (rules) return rules.readPhone(text, country)
  const plain = text.replaceAll(/[\s()-]/g, '')
  return plain.startsWith('+') ? plain : undefined
}
