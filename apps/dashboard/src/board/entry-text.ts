import { useCallback } from 'react'
import { entryText, type EntryText } from '@buy-locals/features/board/entry-text'
import type { Entry } from '@buy-locals/features/board/entries'
import { useI18n } from '@buy-locals/features/i18n'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

/** The texts of a card, and where it leads. Of a card in a week, its sheet leads back to that week. */
export function useEntryText(date: string, week?: string): (entry: Entry) => EntryText {
  const t = useT()
  const i18n = useI18n()
  const { business, pathTo } = useCurrentBusiness()
  const { timeZone } = business
  return useCallback(
    (entry) => {
      const text = entryText(i18n, t, entry, timeZone)
      return { ...text, path: `${pathTo(`board/${text.path}`)}?day=${date}${week ? `&week=${week}` : ''}` }
    },
    [t, i18n, pathTo, timeZone, date, week],
  )
}
