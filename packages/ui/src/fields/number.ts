/** Reads what a person typed; a comma is a decimal point to half of the world. */
export function readNumber(text: string, decimals = 0): number | undefined {
  const plain = text.trim().replace(',', '.')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return undefined
  return Number(Number(plain).toFixed(decimals))
}

export const within = (value: number, min = -Infinity, max = Infinity) => Math.min(max, Math.max(min, value))
