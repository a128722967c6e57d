import { Problem } from '@buy-locals/contracts/problem'

/** A business without an owner could never be changed again. */
export function refuseLastOwner(role: string | undefined, owners: number): void {
  if (role === 'owner' && owners <= 1) throw new Problem('auth/last-owner', 'A business keeps at least one owner')
}
