import { useRef, useState } from 'react'
import { changeHours, publishBusiness, registerBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { callApi } from '../api/call-api'
import { useSend } from '../api/use-send'
import type { Draft } from './draft'

type Business = Output<typeof registerBusiness>

/** Registers, sets the hours, asks for approval. What has been done is not done twice when it is pressed again. */
export function useRegister() {
  const registered = useRef<Business>(undefined)
  const [added, setAdded] = useState<{ name: string; isPending: boolean }>()
  const { send, isBusy, error } = useSend(() => {})

  async function registerAll({ name, category, description, street, phone, place, weekly }: Draft) {
    if (!name || !category || !place || !weekly) return
    const { location } = place
    const address = { ...place.address, ...(street && { street }) }
    const body = {
      name,
      categories: [category],
      address,
      location,
      ...(description && { description }),
      ...(phone && { phone }),
    }
    registered.current ??= await callApi(registerBusiness, { body })
    const params = { businessId: registered.current.id }
    await callApi(changeHours, { params, body: { weekly, special: [] } })
    const business = await callApi(publishBusiness, { params })
    setAdded({ name, isPending: business.status === 'pending' })
  }
  return { register: (draft: Draft) => send(() => registerAll(draft)), added, isBusy, error }
}
