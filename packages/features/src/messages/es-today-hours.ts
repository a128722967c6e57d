import type { Translation } from '../i18n'
import type { todayHours as english } from './en-today-hours'

export const todayHours: Translation<typeof english> = {
  keptText: 'Cada una se queda hasta que la canceles o la muevas.',
  today: 'Hoy',
  closeNow: 'Cerrar ahora',
  closeToday: 'No abrir hoy',
  resume: 'Usar hoy el horario semanal',
  closeText: 'Tu página lo muestra enseguida, y nadie puede reservar para ese tiempo. Tu horario semanal no cambia.',
  resumeText: 'Se quita el horario especial de hoy.',
  howLong: 'Por cuánto tiempo',
  restOfToday: 'Por el resto del día',
  untilTime: 'Hasta una hora',
  opensAgain: 'Abrir otra vez a las',
  missingTime: 'Escribe la hora a la que abres otra vez',
  closedUntilThen: 'Hasta esa hora estás cerrado de todos modos. Escribe una hora posterior.',
  pagePreview: 'Tu página dirá: {{state}}',
  closedToday: 'Hoy ya no abres.',
}
