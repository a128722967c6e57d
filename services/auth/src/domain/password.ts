import { Problem } from '@buy-locals/contracts/problem'

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm']
const common = [
  'password',
  'passwort',
  'letmein',
  'welcome',
  'iloveyou',
  'qwerty',
  'admin',
  'login',
  'changeme',
  'buylocals',
]

/** Length does most (NIST SP 800-63B); what remains is what everybody tries first, or what is written on the account itself. */
export function isGuessable(password: string, about: { email: string; name: string }): boolean {
  const plain = password.toLowerCase()
  if (new Set(plain).size < 5) return true
  if (rows.some((row) => row.includes(plain) || [...row].reverse().join('').includes(plain))) return true
  const own = [about.email, about.email.split('@')[0] ?? '', about.name].map((word) => word.toLowerCase())
  const rest = [...own, ...common]
    .filter((word) => word.length > 3)
    .reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest.replaceAll(/[\d\W_]/g, '').length < 3 && rest.length < 6
}

export function refuseGuessable(password: string, about: { email: string; name: string }): void {
  if (!isGuessable(password, about)) return
  const detail = 'easy to guess: take a few words that do not belong together'
  throw new Problem('invalid-request', 'The password is easy to guess', {
    errors: [{ pointer: '/body/password', detail, code: 'easy-to-guess' }],
  })
}
