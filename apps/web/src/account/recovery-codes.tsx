import { Button, Buttons } from '@buy-locals/ui/button'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/site-i18n'
import { PlainList } from '../site/plain-list'
import { AccountPage } from './account-page'

type RecoveryCodesProps = { codes: string[]; email: string; onDone: () => void }

/** They are shown once, so nothing leads away from them but the button that says that they are saved. */
export function RecoveryCodes({ codes, email, onDone }: RecoveryCodesProps) {
  const t = useT()
  const download = () => saveText('buy-locals-recovery-codes.txt', [t('account.recoveryFile', { email }), '', ...codes])
  return (
    <AccountPage title={t('account.recoveryTitle')}>
      <Text>{t('account.recoveryText')}</Text>
      <PlainList>
        {codes.map((code) => (
          <li key={code}>
            <Text weight="strong" tabular>
              {code}
            </Text>
          </li>
        ))}
      </PlainList>
      <Buttons>
        <Button label={t('account.recoveryDone')} onPress={onDone} />
        <Button tone="secondary" label={t('account.recoveryDownload')} onPress={download} />
      </Buttons>
    </AccountPage>
  )
}

function saveText(name: string, lines: string[]): void {
  const url = URL.createObjectURL(new Blob([lines.join('\n') + '\n'], { type: 'text/plain' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
