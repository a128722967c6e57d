import { account } from './en-account'
import { add } from './en-add'
import { book } from './en-book'
import { booking } from './en-booking'
import { form } from './en-form'
import { help } from './en-help'
import { home } from './en-home'
import { legal } from './en-legal'
import { pay } from './en-pay'
import { place } from './en-place'
import { report } from './en-report'
import { site } from './en-site'

export const en = { account, add, book, booking, form, home, legal, pay, place, site }
