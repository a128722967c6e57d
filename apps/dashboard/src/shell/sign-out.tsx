import { useNavigate } from 'react-router'
import { logout } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { queries } from '../ask/queries'
import { useOrder } from '../ask/use-order'
import { useSay } from '../words/say'

export function SignOut() {
  const say = useSay()
  const goTo = useNavigate()
  const leave = useOrder(logout, {
    done: () => {
      queries.clear()
      void goTo('/sign-in', { replace: true })
    },
  })
  return (
    <Button
      tone="quiet"
      icon="log-out"
      label={say('shell.signOut')}
      busy={leave.isPending}
      onPress={() => leave.mutate({ input: { body: {} } })}
    />
  )
}
