import { Problem } from '@buy-locals/contracts/problem'

/** A business without an owner could never be changed again. */
export function refuseLastOwner(role: string | undefined, owners: number): void {
  if (role === 'owner' && owners <= 1) throw new Problem('auth/last-owner', 'A business keeps at least one owner')
}

type Owned = { businessId: string; name: string; status: string | null | undefined }

/** What never was on the site, or left it, needs no owner. */
export function refuseOnlyOwner(owned: Owned[]): void {
  const businesses = owned
    .filter(({ status }) => status === 'published')
    .map(({ businessId: id, name }) => ({ id, name }))
  if (businesses.length === 0) return
  const names = businesses.map(({ name }) => name).join(', ')
  throw new Problem('auth/last-owner', `Only you own ${names}: have it taken off the site first`, { businesses })
}

export function refuseLastAdmin(admins: string[]): void {
  if (admins.length <= 1) throw new Problem('auth/last-admin', 'Make somebody else an admin first')
}
