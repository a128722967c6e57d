import { Navigate, type RouteObject } from 'react-router'
import { ToBooking, ToReviews } from './inbox/redirects'
import { RequireSignIn } from './session/require-sign-in'
import { BrokenPage, ForManagers, NotFound, StartingPage } from './shell/fallback-pages'
import { BusinessShell } from './shell/business-shell'

const board: RouteObject = {
  path: 'board',
  lazy: () => import('./board/board-page'),
  children: [
    { path: 'bookings/:bookingId', lazy: () => import('./booking/booking-sheet') },
    { path: 'groups/:bookingId', lazy: () => import('./board/group-sheet') },
    { path: 'blocks/:blockId', lazy: () => import('./board/block-sheet') },
    { path: 'new', lazy: () => import('./booking/new-booking-sheet') },
    { path: 'block', lazy: () => import('./board/new-block-sheet') },
    { path: 'today', lazy: () => import('./hours/today-sheet') },
  ],
}

const forManagers: RouteObject[] = [
  { path: 'services', lazy: () => import('./services/services-page') },
  { path: 'services/new', lazy: () => import('./services/service-page') },
  { path: 'services/:serviceId', lazy: () => import('./services/service-page') },
  { path: 'staff', lazy: () => import('./staff/staff-page') },
  { path: 'staff/new', lazy: () => import('./staff/person-page') },
  { path: 'staff/:staffId', lazy: () => import('./staff/person-page') },
  { path: 'resources', lazy: () => import('./resources/resources-page') },
  { path: 'resources/:resourceId', lazy: () => import('./resources/resource-page') },
  { path: 'hours', lazy: () => import('./hours/hours-page') },
  { path: 'profile', lazy: () => import('./profile/profile-page') },
  { path: 'photos', lazy: () => import('./photos/photos-page') },
  { path: 'members', lazy: () => import('./members/members-page') },
  { path: 'money', lazy: () => import('./money/money-page') },
  { path: 'reviews', lazy: () => import('./reviews/reviews-page') },
]

export const routes: RouteObject[] = [
  {
    errorElement: <BrokenPage />,
    hydrateFallbackElement: <StartingPage />,
    children: [
      { path: 'sign-in', lazy: () => import('./session/sign-in-page') },
      { path: 'join', lazy: () => import('./session/join-page') },
      {
        element: <RequireSignIn />,
        children: [
          { index: true, lazy: () => import('./session/businesses-page') },
          { path: 'new', lazy: () => import('./profile/new-business-page') },
          { path: 'operator/*', lazy: () => import('./operator/operator-page') },
          { path: 'bookings/:bookingId', element: <ToBooking /> },
          { path: 'reviews', element: <ToReviews /> },
          {
            path: ':businessId',
            element: <BusinessShell />,
            children: [
              { index: true, element: <Navigate replace to="board" /> },
              board,
              { path: 'week', lazy: () => import('./board/week-page') },
              { path: 'customers', lazy: () => import('./customers/customers-page') },
              { path: 'customers/:customerId', lazy: () => import('./customers/customer-page') },
              { path: 'inbox', lazy: () => import('./inbox/inbox-page') },
              { path: 'notifications', lazy: () => import('./inbox/preferences-page') },
              { element: <ForManagers />, children: forManagers },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]
