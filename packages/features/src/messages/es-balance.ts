import type { Translation } from '../i18n'
import type { balance as english } from './en-balance'

export const balance: Translation<typeof english> = {
  inPerson: 'Los clientes te pagan en persona',
  inPersonText: 'Los clientes pagan en tu local, así que no hay nada que configurar.',
  balance: 'Saldo',
  held: 'Próximo',
  heldText: 'Pagado por visitas que faltan, o por las que un cliente todavía puede reportar un problema.',
  frozen: 'Retenido',
  frozenText: 'Un cliente reportó un problema o un banco pregunta. Retenido hasta que se resuelva.',
  disputed: 'En disputa',
  disputedText: 'Retirado por bancos de clientes que todavía no deciden.',
  released: 'Disponible',
  releasedText: 'Enviado a tu cuenta de pagos, menos la comisión del mercado.',
  owed: 'Saldo pendiente',
  owedText: 'Reembolsado o retirado después de habértelo enviado. Lo descontamos de tus próximos pagos.',
  releases: 'Próximas transferencias',
  releasesText:
    'En estos días dejamos de retener el dinero, menos la comisión del mercado. Después Stripe lo transfiere a tu cuenta bancaria, por lo general en dos días hábiles.',
}
