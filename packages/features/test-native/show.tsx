import { render } from '@testing-library/react-native'
import type { ReactNode } from 'react'
import { LinksProvider } from '@buy-locals/ui/links'
import { ToastProvider } from '@buy-locals/ui/toast'
import { I18nProvider, type I18n } from '../src/i18n'
import { english } from '../src/testing/english'
import { UiTexts } from '../src/ui-texts'

/** Renders what an app would show, and says which links were followed. */
export async function show(screen: ReactNode, i18n: I18n = english): Promise<{ followed: string[] }> {
  const followed: string[] = []
  await render(
    <I18nProvider i18n={i18n}>
      <UiTexts>
        <LinksProvider follow={(href) => void followed.push(href)}>
          <ToastProvider>{screen}</ToastProvider>
        </LinksProvider>
      </UiTexts>
    </I18nProvider>,
  )
  return { followed }
}
