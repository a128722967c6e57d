import type { PartialTranslation } from '@buy-locals/features/i18n'
import { british as features } from '@buy-locals/features/messages/british'
import type { en } from './en'

const dashboard: PartialTranslation<typeof en> = {}

export const british = { features, dashboard }
