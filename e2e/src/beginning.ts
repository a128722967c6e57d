/** For names that go on, with an amount, a hint or a day. */
export const beginning = (text: string, rest = '') =>
  new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}${rest}`)
