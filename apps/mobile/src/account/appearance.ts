import { Appearance } from 'react-native'
import { keep, readKept } from '@buy-locals/client/stored-text'

/** Under this name the phone keeps what was chosen. */
export const appearanceName = 'appearance'

const choices = ['system', 'light', 'dark'] as const
export type AppearanceChoice = (typeof choices)[number]

export const toAppearance = (text: string | undefined): AppearanceChoice =>
  choices.find((choice) => choice === text) ?? 'system'

/** Shows the app as was chosen on this phone, from its start on. */
export function applyAppearance(): void {
  const choice = toAppearance(readKept(appearanceName))
  Appearance.setColorScheme(choice === 'system' ? 'unspecified' : choice)
}

export function chooseAppearance(choice: AppearanceChoice): void {
  keep(appearanceName, choice)
  applyAppearance()
}
