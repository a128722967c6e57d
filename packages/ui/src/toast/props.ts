import { createContext, useContext } from 'react'

export type ToastMessage = { words: string; tone?: 'good' | 'bad' | 'told' }
export type Say = (message: ToastMessage) => void

export const looks = {
  good: { ink: 'leaf', icon: 'circle-check' },
  bad: { ink: 'danger', icon: 'circle-exclamation-point' },
  told: { ink: 'sky', icon: 'info' },
} as const

export const Saying = createContext<Say>(() => {})

/** Says a passing word about what just happened. Nothing one needs may be said only here. */
export const useToast = () => useContext(Saying)
