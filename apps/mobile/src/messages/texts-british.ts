import { british as features } from '@buy-locals/features/messages/british'

export const british = { features }
