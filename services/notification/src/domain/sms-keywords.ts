/** What people may text to us, by what we do then. */
const keywords = {
  stop: ['STOP', 'STOPALL', 'STOP ALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'ALTO', 'PARAR'],
  start: ['START', 'YES', 'UNSTOP', 'INICIAR'],
  help: ['HELP', 'INFO', 'AYUDA'],
}
export type Keyword = keyof typeof keywords

/** To these a vendor that replies to keywords always does: the others it has to be set up for, and then it says so. */
const usual = [
  ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  ...['START', 'YES', 'UNSTOP', 'HELP', 'INFO'],
]

/** Vendors read one alone in the SMS, without any mark. */
export const isUsualKeyword = (text: string): boolean => usual.includes(text.trim().toUpperCase())

/** Alone in the SMS, however it is written. */
export function readKeyword(text: string): Keyword | undefined {
  const plain = text.replaceAll(/[^\p{L} ]/gu, '').trim().toUpperCase() // prettier-ignore
  return (Object.keys(keywords) as Keyword[]).find((keyword) => keywords[keyword].includes(plain))
}
