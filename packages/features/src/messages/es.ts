import type { Translation } from '../i18n'
import type { en } from './en'
import { book } from './es-book'
import { booking } from './es-booking'
import { business } from './es-business'
import { category } from './es-category'
import { fault } from './es-fault'
import { find } from './es-find'
import { form } from './es-form'
import { notification } from './es-notification'
import { ownBooking } from './es-own-booking'
import { pay } from './es-pay'
import { preference } from './es-preference'
import { refusal } from './es-refusal'
import { thread } from './es-thread'

const place: Translation<typeof en.place> = {
  open: 'Abierto',
  openUntil: 'Abierto hasta {{time}}',
  openUntilTomorrow: 'Abierto hasta mañana, {{time}}',
  openUntilDay: 'Abierto hasta el {{day}}, {{time}}',
  closesSoon: 'Cierra pronto: {{time}}',
  openAlways: 'Abierto las 24 horas',
  closed: 'Cerrado',
  opensToday: 'Cerrado · abre hoy, {{time}}',
  opensTomorrow: 'Cerrado · abre mañana, {{time}}',
  opensOn: 'Cerrado · abre el {{day}}, {{time}}',
  hoursUnknown: 'Horario desconocido',
  reviewPhoto: 'Foto {{number}} de {{name}}',
  formerCustomer: 'Antiguo cliente',
  closedDay: 'Cerrado',
  openAllDay: 'Abierto las 24 horas',
  rated_one: 'Calificación: {{mean}} de 5, {{count}} reseña',
  rated_other: 'Calificación: {{mean}} de 5, {{count}} reseñas',
  unrated: 'Sin reseñas',
  stars: '{{stars}} de 5 estrellas',
  ratingCount: '({{count}})',
  priceLevel: 'Nivel de precios {{level}} de 4',
  demonstration: 'Demostración',
  openData: 'Datos abiertos históricos',
}

const photoFault: Translation<typeof en.photoFault> = {
  heic: 'Las fotos HEIC no se pueden mostrar en la web. Guárdala como JPEG y súbela otra vez.',
  animation: 'No se pueden usar GIF ni animaciones. Sube un JPEG o PNG.',
  'not-a-photo': 'Esto no es una foto. Sube un JPEG, PNG, WebP o AVIF.',
  'too-many-pixels':
    'Esta foto es demasiado grande. Puede tener 50 megapíxeles, o 12 como AVIF. Guarda una copia más pequeña y súbela.',
  'too-small': 'Esta foto es demasiado pequeña. Necesita al menos 200 píxeles por lado.',
  unreadable: 'El archivo está dañado o incompleto. Súbelo otra vez o guárdalo antes como JPEG.',
  tooLarge: 'El archivo pesa más de 15 MB. Guarda una copia más pequeña y súbela.',
  empty: 'El archivo está vacío.',
  limit_one: 'Ya hay una foto. Elimínala primero.',
  limit_other: 'Tienes {{max}} fotos, que es el máximo. Elimina una primero.',
  failed: 'La subida se detuvo. Revisa tu conexión e inténtalo de nuevo.',
}

const upload: Translation<typeof en.upload> = {
  sending: 'Subiendo {{name}}',
  cancel: 'Cancelar la subida de {{name}}',
  failed: '{{name}} no se subió',
  unusable: 'No se puede usar {{name}}',
  retry: 'Intentar de nuevo',
  dismiss: 'Descartar',
}

const connection: Translation<typeof en.connection> = {
  offline: 'Estás sin conexión. Lo que escribiste se conserva y seguimos cuando vuelvas.',
  unsent: 'Estás sin conexión. Para cambiar algo, primero conéctate.',
  online: 'Tienes conexión de nuevo.',
}

const map: Translation<typeof en.map> = {
  title: 'Mapa',
  pin: 'Marcador',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  sources: 'De dónde es el mapa',
  scroll: 'Usa Ctrl + rueda para acercar el mapa',
  scrollOnMac: 'Usa ⌘ + rueda para acercar el mapa',
  twoFingers: 'Usa dos dedos para mover el mapa',
  loading: 'Cargando el mapa',
  failed: 'El mapa no se cargó. Vuelve a cargar la página para intentarlo de nuevo.',
}

const time: Translation<typeof en.time> = {
  today: 'Hoy',
  dayTitle: '{{weekday}}, {{date}}',
  monday: 'Lunes',
  tuesday: 'Martes',
  wednesday: 'Miércoles',
  thursday: 'Jueves',
  friday: 'Viernes',
  saturday: 'Sábado',
  sunday: 'Domingo',
  morning: 'Por la mañana',
  afternoon: 'Por la tarde',
  evening: 'Por la noche',
}

const ui: Translation<typeof en.ui> = {
  close: 'Cerrar',
  dismiss: 'Descartar',
  showPassword: 'Mostrar contraseña',
  hidePassword: 'Ocultar contraseña',
  optional: 'opcional',
  choose: 'Elegir',
  fewer: 'Menos',
  more: 'Más',
  badNumber: 'Escribe un número, como 5 o 2.5',
  star_one: '{{count}} estrella',
  star_other: '{{count}} estrellas',
}

const code: Translation<typeof en.code> = {
  title: 'Verificación en dos pasos',
  phone: 'Código de tu teléfono',
  phoneHint: 'Abre tu aplicación de autenticación y escribe los 6 dígitos que muestra.',
  recovery: 'Código de recuperación',
  recoveryHint: 'Uno de los que guardaste al activar la verificación en dos pasos. Cada uno sirve una vez.',
  useRecovery: 'Usar un código de recuperación',
  usePhone: 'Usar un código de tu teléfono',
  missing: 'Escribe el código',
  wrongRecovery: 'El código de recuperación no es correcto o ya se usó. Escribe otro.',
  signIn: 'Iniciar sesión',
  confirmTitle: 'Confirma que eres tú',
  confirmText: 'Para continuar, escribe un código. No volveremos a pedirlo durante 10 minutos.',
  confirm: 'Continuar',
}

export const es: Translation<typeof en> = {
  book,
  booking,
  business,
  category,
  code,
  connection,
  fault,
  find,
  form,
  map,
  notification,
  ownBooking,
  pay,
  photoFault,
  place,
  preference,
  refusal,
  thread,
  time,
  ui,
  upload,
}
