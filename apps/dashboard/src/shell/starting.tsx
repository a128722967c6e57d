import { Page } from '@buy-locals/ui/frame'
import { Loading } from '@buy-locals/ui/skeleton'
import { useSay } from '../words/say'
import { Rows } from './answered'

/** Until the first page has arrived. */
export function Starting() {
  const say = useSay()
  return (
    <Page>
      <Loading label={say('shell.loading')}>
        <Rows />
      </Loading>
    </Page>
  )
}
