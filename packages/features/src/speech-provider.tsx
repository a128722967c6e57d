import { createContext, useContext, type ReactNode } from 'react'
import { speechOf, type Speech } from './speech/speech'

const Spoken = createContext<Speech>(speechOf('en', { en: {} }))

export const useSpeech = () => useContext(Spoken)

export function SpeechProvider({ speech, children }: { speech: Speech; children: ReactNode }) {
  return <Spoken value={speech}>{children}</Spoken>
}
