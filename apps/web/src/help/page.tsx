import { useLoaderData } from 'react-router'
import { formatPhone } from '@buy-locals/values/phone'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { Chapters } from '../legal/chapters'
import { useT } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { publicPage } from '../site/page-meta'
import { PlainList } from '../site/plain-list'

export const meta = publicPage('help.title', 'help.lead', '/help')

export const loader = ({ context: { markets } }: LoaderArgs) => ({
  contacts: markets.flatMap(({ slug, name, contact }) =>
    contact ? { slug, name, ...contact, phoneText: contact.phone && formatPhone(contact.phone) } : [],
  ),
})

export default function Help() {
  const t = useT()
  const links = {
    find: { label: t('help.findLink'), href: '/bookings' },
    own: { label: t('help.ownLink'), href: '/add-business' },
  }
  const parts = (['find', 'change', 'pay', 'complain', 'own'] as const).map((name) => ({
    title: t(`help.${name}Title`),
    text: t(`help.${name}`),
    ...(name in links && { link: links[name as keyof typeof links] }),
  }))
  return (
    <Chapters title={t('help.title')} lead={t('help.lead')} parts={parts}>
      <Contacts />
    </Chapters>
  )
}

function Contacts() {
  const t = useT()
  const { contacts } = useLoaderData<typeof loader>()
  return (
    <Stack gap="sm">
      <Title level={2} size="lead">
        {t('help.contactTitle')}
      </Title>
      <Text>{t(contacts.length ? 'help.contact' : 'help.noContact')}</Text>
      <PlainList>
        {contacts.map(({ slug, name, email, phone, phoneText }) => (
          <li key={slug} id={slug}>
            <Text weight="medium">{name}</Text> <TextLink external label={email} href={`mailto:${email}`} />{' '}
            {phone && <TextLink external label={phoneText ?? phone} href={`tel:${phone}`} />}
          </li>
        ))}
      </PlainList>
    </Stack>
  )
}
