import type { Translation } from '../i18n'
import type { roles as english } from './en-roles'

export const roles: Translation<typeof english> = {
  role: {
    owner: 'Dueño',
    manager: 'Gerente',
    staff: 'Personal',
    operator: 'Operador',
    admin: 'Administrador',
  },
}
