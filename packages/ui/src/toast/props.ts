import { createContext, useContext } from 'react'

export type ToastMessage = { text: string; tone?: 'good' | 'bad' | 'told' }
export type ShowToast = (message: ToastMessage) => void

export const looks = {
  good: { ink: 'leaf', icon: 'circle-check' },
  bad: { ink: 'danger', icon: 'circle-exclamation-point' },
  told: { ink: 'sky', icon: 'info' },
} as const

export const ToastContext = createContext<ShowToast>(() => {})

/** Shows a short message about what just happened. Nothing that is needed later may stand only here. */
export const useToast = () => useContext(ToastContext)
