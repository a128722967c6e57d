import type { Translation } from '@buy-locals/features/i18n'
import type { report as english } from './en-report'

export const report: Translation<typeof english> = {
  title: 'Informar de un problema con este negocio',
  back: 'Volver a {{name}}',
  fault: '¿Qué está mal?',
  faults: {
    closed: 'Cerró definitivamente',
    'wrong-address': 'La dirección es incorrecta',
    'wrong-phone': 'El teléfono es incorrecto',
    'not-a-business': 'No es un negocio',
    other: 'Otra cosa',
  },
  note: 'Detalles',
  noteHint: 'Por ejemplo, la dirección correcta.',
  noFault: 'Selecciona qué está mal',
  noNote: 'Escribe qué está mal',
  send: 'Enviar informe',
  sentTitle: 'Recibimos tu informe',
  sentText: 'Gracias. Las personas a cargo de este sitio lo revisarán.',
}
