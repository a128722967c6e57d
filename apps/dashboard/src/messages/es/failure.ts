import type { Translation } from '@buy-locals/features/i18n'
import type { failure as english } from '../en/failure'

export const failure: Translation<typeof english> = {
  title: 'No se pudo cargar',
  retry: 'Intentar de nuevo',
  notFound: 'Página no encontrada',
  notFoundText: 'La dirección puede estar mal escrita o ser de un negocio al que no tienes acceso.',
  toBusinesses: 'Tus negocios',
  broken: 'Algo salió mal',
  brokenText:
    'No se perdió nada de lo que guardaste. Vuelve a cargar la página. Si pasa otra vez, comunícate con el operador de tu mercado.',
  reload: 'Volver a cargar',
  toAccount: 'Cuenta',
  notYours: 'No tienes acceso',
  notYoursText: 'Tu rol aquí es {{role}}. Si necesitas acceso, pídelo a un dueño del negocio.',
}
