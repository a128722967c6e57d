import { account } from './en-account'
import { add } from './en-add'
import { booking } from './en-booking'
import { claim } from './en-claim'
import { form } from './en-form'
import { help } from './en-help'
import { home } from './en-home'
import { legal } from './en-legal'
import { place } from './en-place'
import { report } from './en-report'
import { site } from './en-site'

export const en = { account, add, booking, claim, form, help, home, legal, place, report, site }
