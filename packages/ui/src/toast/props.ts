import { createContext, useContext } from 'react'

export type ToastMessage = { text: string; tone?: 'success' | 'danger' | 'info' }
export type ShowToast = (message: ToastMessage) => void

export const tones = {
  success: { ink: 'leaf', icon: 'circle-check' },
  danger: { ink: 'danger', icon: 'circle-exclamation-point' },
  info: { ink: 'sky', icon: 'info' },
} as const

export const ToastContext = createContext<ShowToast>(() => {})

/** Shows a short message about what just happened. Nothing that is needed later may stand only here. */
export const useToast = () => useContext(ToastContext)
