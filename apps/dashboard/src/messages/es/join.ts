import type { Translation } from '@buy-locals/features/i18n'
import type { join as english } from '../en/join'

export const join: Translation<typeof english> = {
  title: 'Únete a {{name}} como {{role}}',
  role: {
    owner: 'dueño',
    manager: 'gerente',
    staff: 'personal',
  },
  intro: {
    owner: 'La invitación es para {{email}}. Los dueños ven y cambian todo.',
    manager: 'La invitación es para {{email}}. Los gerentes manejan todo, menos los accesos y las transferencias.',
    staff: 'La invitación es para {{email}}. El personal ve el día y sus reservas.',
  },
  join: 'Unirme a {{name}}',
  other: 'Tu sesión es de {{email}}. Ciérrala para aceptar esta invitación.',
  name: 'Tu nombre',
  nameMissing: 'Escribe tu nombre',
  newPassword: 'Elige una contraseña',
  passwordHint: 'Al menos {{min}} caracteres.',
  passwordOf: 'Contraseña de {{email}}',
  endedTitle: 'Invitación',
  ended: 'Esta invitación no se puede usar',
  endedText: 'Ya se usó, se retiró o tiene más de 30 días. Pide una nueva a quien te la envió.',
}
