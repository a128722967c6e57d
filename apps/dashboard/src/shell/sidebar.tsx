import { NavLink } from '@buy-locals/ui/nav-link'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useSignedIn } from '@buy-locals/client/me'
import { LeaveBusiness } from '../members/leave-business'
import { useT } from '../messages/use-t'
import { BusinessStatus } from './business-status'
import { useCurrentBusiness } from './current-business'
import { FoldingSidebar } from './folding-sidebar'
import { siteUrl } from './links'
import { Navigation } from './navigation'

export function Sidebar() {
  const { business } = useCurrentBusiness()
  const head = (
    <Stack gap="xs" grow>
      <Text weight="strong" lines={2}>
        {business.name}
      </Text>
      {business.status !== 'published' && <BusinessStatus status={business.status} />}
    </Stack>
  )
  return <FoldingSidebar head={head} navigation={<Navigation />} foot={<OfBusiness />} />
}

function OfBusiness() {
  const t = useT()
  const { business, may } = useCurrentBusiness()
  const me = useSignedIn()
  return (
    <>
      {business.status !== 'closed' && (
        <Row>
          <TextLink
            external
            size="small"
            label={t(business.status === 'published' ? 'shell.publicPage' : 'shell.preview')}
            href={siteUrl(`/b/${business.slug}`)}
          />
        </Row>
      )}
      {me.memberships.length > 1 && <NavLink label={t('shell.otherBusiness')} icon="arrow-left" href="/" />}
      {!may('manager') && <LeaveBusiness />}
    </>
  )
}
