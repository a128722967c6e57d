import { categories } from '@buy-locals/contracts/business/choices'
import { translatorForFeatures, type I18n } from '../i18n'

/** Every kind of business under the reader's word for it, in the order of these words. */
export function categoryOptions(i18n: I18n) {
  const t = translatorForFeatures(i18n)
  return categories
    .map((category) => ({ value: category, label: t(`category.${category}`) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}
