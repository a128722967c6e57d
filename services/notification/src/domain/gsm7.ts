/** GSM 03.38: what an SMS has 160 of. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** Each takes the room of two. */
const extended = '\f^{}\\[~]|€'

const [isBasic, isExtended] = [basic, extended].map((signs) => {
  const set = new Set(signs)
  return (sign: string) => set.has(sign)
}) as [(sign: string) => boolean, (sign: string) => boolean]

const plainSigns: Record<string, string> = {
  ...{ '’': "'", '‘': "'", '“': '"', '”': '"', '«': '"', '»': '"' },
  ...{ '–': '-', '—': '-', '−': '-', '…': '...', '·': '-', '•': '-', '×': 'x' },
}

/** Written with what GSM 03.38 has, as far as that can be read as the same: one sign outside of it leaves room for 70 instead of 160. */
export const toGsm7 = (text: string): string => [...text.normalize('NFC')].map(toPlainSign).join('')

function toPlainSign(sign: string): string {
  if (isBasic(sign) || isExtended(sign)) return sign
  const plain = plainSigns[sign]
  if (plain !== undefined) return plain
  if (/\p{Zs}/u.test(sign)) return ' '
  const [base = sign] = sign.normalize('NFD')
  return isBasic(base) ? base : sign
}

/** How many SMS it is sent and paid as. */
export function countSegments(text: string): number {
  const signs = [...text]
  if (signs.every((sign) => isBasic(sign) || isExtended(sign))) {
    const length = signs.reduce((sum, sign) => sum + (isExtended(sign) ? 2 : 1), 0)
    return length <= 160 ? 1 : Math.ceil(length / 153)
  }
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67)
}
