import { Button } from '@buy-locals/ui/button'
import { EmptyState, ErrorState } from '@buy-locals/ui/empty-state'
import { Grid } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Loading, Skeleton, SkeletonCard } from '@buy-locals/ui/skeleton'
import { Section } from './section'

export function States() {
  return (
    <Section id="states" title="States">
      <Notice tone="info" title="Your money is held" text="The business gets it two days after your visit." />
      <Notice tone="pending" title="Waiting for an answer" text="They usually answer within two hours." />
      <Notice tone="success" title="Paid out" />
      <Notice tone="danger" title="The card was declined" text="Use another card, or ask your bank." />
      <Progress label="Looking for free times" />
      <Progress label="Photos: 2 of 3" done={0.66} />
      <EmptyState
        level={3}
        title="No place is open here now"
        text="Look a little further, or at what opens tomorrow."
        action={<Button tone="secondary" label="Look within 10 miles" onPress={() => {}} />}
      />
      <ErrorState
        level={3}
        title="The times did not load"
        text="Check your connection, then try again. Nothing was booked."
        action={<Button label="Try again" icon="refresh-cw" onPress={() => {}} />}
      />
      <Loading label="Places are loading">
        <Grid label="Places to come">
          <SkeletonCard />
          <SkeletonCard />
        </Grid>
        <Skeleton height={44} width={44} round />
      </Loading>
    </Section>
  )
}
