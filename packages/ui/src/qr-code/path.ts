import { encode } from 'uqr'

/** Phones want a quiet zone of four modules around it. */
const border = 4

/** The dark modules of the QR code as one path of squares, and how many there are on a side. */
export function qrPath(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { path, size }
}

export type QrCodeProps = {
  text: string
  label: string
  /** On a side, in points. */
  side?: number
}
