/** Crockford's: no letter that is taken for a digit. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const length = 16

/** 80 bits, from as many random bytes as it has letters: `k4t9-x2mv-qd7f-3hpw`. */
export const formatRecoveryCode = (random: Uint8Array): string =>
  [...random.slice(0, length)]
    .map((byte) => alphabet[byte % alphabet.length])
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-')

export const recoveryCodeBytes = length

/** What people type: with or without gaps, in capitals, and with the letters that look like digits. */
export const readCode = (typed: string): string =>
  typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')

export const isOfPhone = (code: string): boolean => /^\d{6}$/.test(code)
