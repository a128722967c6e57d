import { useKept } from '@buy-locals/client/stored-text'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { useT } from '../messages/mobile-i18n'
import { AccountForm } from './account-form'
import { appearanceName, chooseAppearance, toAppearance } from './appearance'

/** Light, dark, or as the phone is. */
export function AppearanceScreen() {
  const t = useT()
  const [chosen] = useKept(appearanceName)
  return (
    <AccountForm title={t('settings.appearance')}>
      <ChoiceField
        label={t('settings.appearanceChoose')}
        hint={t('settings.appearanceText')}
        value={toAppearance(chosen)}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        onChange={(value) => chooseAppearance(toAppearance(value))}
      />
    </AccountForm>
  )
}
