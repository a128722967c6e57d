import { booking } from './en-booking'
import { category } from './en-category'
import { place } from './en-place'
import { refusal } from './en-refusal'
import { time } from './en-time'

/** What the phone, the site and the dashboard say alike. */
export const en = { booking, category, place, refusal, time }
