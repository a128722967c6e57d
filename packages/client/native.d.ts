/** What an app on a phone has beyond React Native's own types: Hermes brings it, and of `crypto` the app this one function. */
declare const performance: { now(): number }
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array }
declare class TextEncoder {
  encode(text: string): Uint8Array
}
declare function btoa(text: string): string
