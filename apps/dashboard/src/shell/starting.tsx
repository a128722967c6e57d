import { Page } from '@buy-locals/ui/layout'
import { Loading } from '@buy-locals/ui/skeleton'
import { useT } from '../messages/use-t'
import { Rows } from './answered'

/** Until the first page has arrived. */
export function Starting() {
  const t = useT()
  return (
    <Page>
      <Loading label={t('shell.loading')}>
        <Rows />
      </Loading>
    </Page>
  )
}
