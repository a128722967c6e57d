import type Stripe from 'stripe'

// The generator reads these lists: one line per type, the key is the type's name in the SDK.

export type Requests = {
  AccountCreateParams: Stripe.AccountCreateParams
  AccountDeleteParams: Stripe.AccountDeleteParams
  AccountListParams: Stripe.AccountListParams
  AccountRetrieveParams: Stripe.AccountRetrieveParams
  AccountUpdateParams: Stripe.AccountUpdateParams
  AccountCreateLoginLinkParams: Stripe.AccountCreateLoginLinkParams
  AccountLinkCreateParams: Stripe.AccountLinkCreateParams
  BalanceRetrieveParams: Stripe.BalanceRetrieveParams
  BalanceTransactionListParams: Stripe.BalanceTransactionListParams
  BalanceTransactionRetrieveParams: Stripe.BalanceTransactionRetrieveParams
  ChargeListParams: Stripe.ChargeListParams
  ChargeRetrieveParams: Stripe.ChargeRetrieveParams
  ChargeUpdateParams: Stripe.ChargeUpdateParams
  CustomerCreateParams: Stripe.CustomerCreateParams
  CustomerDeleteParams: Stripe.CustomerDeleteParams
  CustomerListParams: Stripe.CustomerListParams
  CustomerListPaymentMethodsParams: Stripe.CustomerListPaymentMethodsParams
  CustomerRetrieveParams: Stripe.CustomerRetrieveParams
  CustomerUpdateParams: Stripe.CustomerUpdateParams
  DisputeCloseParams: Stripe.DisputeCloseParams
  DisputeListParams: Stripe.DisputeListParams
  DisputeRetrieveParams: Stripe.DisputeRetrieveParams
  EventListParams: Stripe.EventListParams
  EventRetrieveParams: Stripe.EventRetrieveParams
  PaymentIntentCancelParams: Stripe.PaymentIntentCancelParams
  PaymentIntentCaptureParams: Stripe.PaymentIntentCaptureParams
  PaymentIntentConfirmParams: Stripe.PaymentIntentConfirmParams
  PaymentIntentCreateParams: Stripe.PaymentIntentCreateParams
  PaymentIntentListParams: Stripe.PaymentIntentListParams
  PaymentIntentRetrieveParams: Stripe.PaymentIntentRetrieveParams
  PaymentIntentUpdateParams: Stripe.PaymentIntentUpdateParams
  PaymentMethodAttachParams: Stripe.PaymentMethodAttachParams
  PaymentMethodCreateParams: Stripe.PaymentMethodCreateParams
  PaymentMethodDetachParams: Stripe.PaymentMethodDetachParams
  PaymentMethodListParams: Stripe.PaymentMethodListParams
  PaymentMethodRetrieveParams: Stripe.PaymentMethodRetrieveParams
  PaymentMethodUpdateParams: Stripe.PaymentMethodUpdateParams
  PayoutCancelParams: Stripe.PayoutCancelParams
  PayoutCreateParams: Stripe.PayoutCreateParams
  PayoutListParams: Stripe.PayoutListParams
  PayoutRetrieveParams: Stripe.PayoutRetrieveParams
  RefundCreateParams: Stripe.RefundCreateParams
  RefundListParams: Stripe.RefundListParams
  RefundRetrieveParams: Stripe.RefundRetrieveParams
  RefundUpdateParams: Stripe.RefundUpdateParams
  TransferCreateParams: Stripe.TransferCreateParams
  TransferCreateReversalParams: Stripe.TransferCreateReversalParams
  TransferListParams: Stripe.TransferListParams
  TransferListReversalsParams: Stripe.TransferListReversalsParams
  TransferRetrieveParams: Stripe.TransferRetrieveParams
  TransferRetrieveReversalParams: Stripe.TransferRetrieveReversalParams
  TransferUpdateParams: Stripe.TransferUpdateParams
  WebhookEndpointCreateParams: Stripe.WebhookEndpointCreateParams
  WebhookEndpointDeleteParams: Stripe.WebhookEndpointDeleteParams
  WebhookEndpointListParams: Stripe.WebhookEndpointListParams
  WebhookEndpointRetrieveParams: Stripe.WebhookEndpointRetrieveParams
  WebhookEndpointUpdateParams: Stripe.WebhookEndpointUpdateParams
}

export type Responses = {
  Account: Stripe.Account
  AccountLink: Stripe.AccountLink
  Balance: Stripe.Balance
  BalanceTransaction: Stripe.BalanceTransaction
  Charge: Stripe.Charge
  Customer: Stripe.Customer
  DeletedAccount: Stripe.DeletedAccount
  DeletedCustomer: Stripe.DeletedCustomer
  DeletedWebhookEndpoint: Stripe.DeletedWebhookEndpoint
  Dispute: Stripe.Dispute
  EventBase: Stripe.EventBase
  LoginLink: Stripe.LoginLink
  PaymentIntent: Stripe.PaymentIntent
  PaymentMethod: Stripe.PaymentMethod
  Payout: Stripe.Payout
  Refund: Stripe.Refund
  Transfer: Stripe.Transfer
  TransferReversal: Stripe.TransferReversal
  WebhookEndpoint: Stripe.WebhookEndpoint
}

export type RequestName = keyof Requests
export type ResponseName = keyof Responses
