import type { Translation } from '@buy-locals/features/i18n'
import type { forms as english } from '../en/forms'

export const forms: Translation<typeof english> = {
  save: 'Guardar',
  saved: 'Guardado.',
  cancel: 'Cancelar',
  stale: 'Otra persona cambió esto mientras lo editabas',
  staleText: 'Tus cambios siguen en el formulario. Guárdalos sobre los suyos, o usa los suyos y edita de nuevo.',
  mine: 'Guardar los míos',
  theirs: 'Usar los suyos',
  more: 'Ver más',
  hours: 'horas',
  leaveTitle: '¿Salir sin guardar?',
  leaveText: 'Se perderán tus cambios en esta página.',
  leave: 'Salir',
  keepEditing: 'Seguir editando',
}
