export const limits = {
  connections: 20_000,
  connectionsPerPerson: 20,
  subscriptionsPerConnection: 100,
  frameBytes: 16 * 1024,
  /** Frames of one connection that wait for their turn. */
  framesWaiting: 200,
  /** What a slow reader may leave unread before it is dropped; it comes back and reads afresh. */
  unreadBytes: 256 * 1024,
  eventsPerPublish: 5,
  /** Kept for a subscription that is about to be confirmed. */
  eventsWaiting: 20,
  handshakeMs: 10_000,
  keepAliveMs: 30_000,
  /** How long a client should wait for a sign of life. */
  connectionTimeoutMs: 90_000,
  /** How often expired subscriptions are looked for. */
  sweepMs: 500,
  /** How long a connection without a valid subscription may take to come back with a fresh token. */
  graceMs: 10_000,
}

export type Limits = typeof limits
