import { useState } from 'react'
import { locate, willPrompt } from './locate'
import type { Located } from './located'

type Point = Exclude<Located, string>
export type LocateStep = 'idle' | 'reason' | 'locating' | Extract<Located, string>

/** Before the system's prompt somebody reads our reason. Where there will be none, they are located at once. */
export function useLocate(onLocated: (near: Point) => void) {
  const [step, setStep] = useState<LocateStep>('idle')

  async function goOn() {
    setStep('locating')
    const located = await locate()
    setStep(typeof located === 'string' ? located : 'idle')
    if (typeof located !== 'string') onLocated(located)
  }
  async function start() {
    if (await willPrompt()) setStep('reason')
    else await goOn()
  }
  return { step, start, goOn, stop: () => setStep('idle') }
}
