import { logout } from '@buy-locals/contracts/auth/operations'
import { call } from '../api'

export const signOut = () => call(logout, {})
