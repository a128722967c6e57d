import type { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'

export type ShownBusiness = Output<typeof readBusiness>
