import type { Control } from 'react-hook-form'
import type { z } from 'zod'
import type { resourceTerms } from '@buy-locals/contracts/booking/shapes'
import { BoundText } from '../forms/bound'
import { useT } from '../messages/use-t'

/** What a room, a chair or a court is called, and which others can stand in for it. */
export function ResourceFields({ control }: { control: Control<z.output<typeof resourceTerms>> }) {
  const t = useT()
  return (
    <>
      <BoundText control={control} name="name" label={t('resources.name')} maxLength={80} />
      <BoundText
        control={control}
        name="pool"
        label={t('resources.pool')}
        hint={t('resources.poolHint')}
        optional
        maxLength={40}
      />
    </>
  )
}
