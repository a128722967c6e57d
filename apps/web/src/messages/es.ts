import type { Translation } from '@buy-locals/features/i18n'
import type { en } from './en'
import { account } from './es-account'
import { add } from './es-add'
import { booking } from './es-booking'
import { claim } from './es-claim'
import { form } from './es-form'
import { help } from './es-help'
import { home } from './es-home'
import { legal } from './es-legal'
import { place } from './es-place'
import { report } from './es-report'
import { site } from './es-site'

export const es: Translation<typeof en> = {
  account,
  add,
  booking,
  claim,
  form,
  help,
  home,
  legal,
  place,
  report,
  site,
}
