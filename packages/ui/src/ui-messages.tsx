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
  badNumber: 'Enter a number, like 5 or 2.5',
  star: (stars: number) => (stars === 1 ? '1 star' : `${stars} stars`),
}

/** The few texts that components show by themselves. */
export type UiMessages = typeof english

const UiMessagesContext = createContext<UiMessages>(english)
export const useUiMessages = () => useContext(UiMessagesContext)

export function UiMessagesProvider({ messages, children }: { messages: UiMessages; children: ReactNode }) {
  return <UiMessagesContext value={messages}>{children}</UiMessagesContext>
}
