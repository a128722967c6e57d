import { createContext, useContext, type ReactNode } from 'react'

const english = {
  close: 'Close',
  dismiss: 'Dismiss',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  optional: 'optional',
  choose: 'Choose',
  fewer: 'Less',
  more: 'More',
  star: (stars: number) => (stars === 1 ? '1 star' : `${stars} stars`),
}

/** The few words the components say by themselves. */
export type Words = typeof english

const Spoken = createContext<Words>(english)
export const useWords = () => useContext(Spoken)

export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <Spoken value={words}>{children}</Spoken>
}
