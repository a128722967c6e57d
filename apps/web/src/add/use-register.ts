import { useRef, useState } from 'react'
import { changeHours, publishBusiness, registerBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useSend } from '../account/use-send'
import { call } from '../api'
import { townIn, type Draft } from './draft'

type Business = Output<typeof registerBusiness>

/** Registers, sets the hours, asks for approval. What has been done is not done twice when it is pressed again. */
export function useRegister() {
  const made = useRef<Business>(undefined)
  const [added, setAdded] = useState<{ name: string; isPending: boolean }>()
  const { send, isBusy, error } = useSend(() => {})

  async function all({ name, category, description, street, phone, place, weekly }: Draft) {
    if (!name || !category || !place || !weekly) return
    const { location, label } = place
    const address = { ...townIn(label), country: 'US', ...(street && { street }) }
    const body = {
      name,
      categories: [category],
      address,
      location,
      ...(description && { description }),
      ...(phone && { phone }),
    }
    made.current ??= await call(registerBusiness, { body })
    const params = { businessId: made.current.id }
    await call(changeHours, { params, body: { weekly, special: [] } })
    const asked = await call(publishBusiness, { params })
    setAdded({ name, isPending: asked.status === 'pending' })
  }
  return { register: (draft: Draft) => send(() => all(draft)), added, isBusy, error }
}
