import {
  CreatePlatformEndpointCommand,
  DeleteEndpointCommand,
  EndpointDisabledException,
  GetEndpointAttributesCommand,
  InvalidParameterException,
  NotFoundException,
  PublishCommand,
  SetEndpointAttributesCommand,
  SNSClient,
  type MessageAttributeValue,
  type SNSClientConfig,
} from '@aws-sdk/client-sns'
import type { DevicePlatform } from '@buy-locals/contracts/notification/shapes'
import type { PushError, PushMessage, PushMessages, ReachableDevice } from '../push-messages.ts'

/** The platform applications of SNS, by what they reach. */
export type Applications = Partial<Record<DevicePlatform, string>>

type Options = { applications: Applications; connection: SNSClientConfig; timeoutMs?: number }

/** Through SNS mobile push, which hands on to Apple and Google. A push that fails is tried again by its job alone: SNS takes no key of ours, so one whose response was lost comes twice, the second in the place of the first. */
export function snsPush({ applications, connection, timeoutMs = 45_000 }: Options): PushMessages {
  const client = new SNSClient({ ...connection, maxAttempts: 1 })
  const inTime = () => ({ abortSignal: AbortSignal.timeout(timeoutMs) })

  async function create({ platform, token: Token }: ReachableDevice): Promise<string> {
    const command = new CreatePlatformEndpointCommand({ PlatformApplicationArn: applications[platform], Token })
    const { EndpointArn } = await client.send(command, inTime()).catch((error: unknown) => {
      const [, arn] = error instanceof InvalidParameterException ? (alreadyThere.exec(error.message) ?? []) : []
      if (arn === undefined) throw error
      return { EndpointArn: arn }
    })
    if (EndpointArn === undefined) throw new Error('SNS gave the device no address')
    return EndpointArn
  }

  /** As "Manage device tokens" has it in the guide of SNS: an endpoint that was disabled is enabled with the token of today. */
  async function register(device: ReachableDevice): Promise<string> {
    const EndpointArn = await create(device)
    const { Attributes = {} } = await client.send(new GetEndpointAttributesCommand({ EndpointArn }), inTime())
    if (Attributes['Enabled'] !== 'true' || Attributes['Token'] !== device.token) {
      const command = { EndpointArn, Attributes: { Enabled: 'true', Token: device.token } }
      await client.send(new SetEndpointAttributesCommand(command), inTime())
    }
    return EndpointArn
  }

  return {
    platforms: (Object.keys(applications) as DevicePlatform[]).filter((platform) => applications[platform]),
    isDemonstration: false,
    register: (device) => register(device).catch(toPushError),
    send: async (TargetArn, message) => {
      const command = new PublishCommand({
        ...{ TargetArn, MessageStructure: 'json', Message: toPayloads(message) },
        MessageAttributes: toAttributes(message),
      })
      await client.send(command, inTime()).catch(toPushError)
    },
    remove: async (EndpointArn) => {
      await client.send(new DeleteEndpointCommand({ EndpointArn }), inTime()).catch(toPushError)
    },
    close: () => client.destroy(),
  }
}

/** Every platform finds its own. The default is never sent to a phone, and has to be there. */
function toPayloads({ id, title, text, link, seconds }: PushMessage): string {
  const apple = JSON.stringify({
    aps: { alert: { title, body: text }, sound: 'default', 'thread-id': 'buy-locals' },
    ...(link && { link }),
  })
  const android = { ttl: `${seconds}s`, collapse_key: id, notification: { tag: id } }
  const google = JSON.stringify({
    fcmV1Message: { message: { notification: { title, body: text }, android, ...(link && { data: { link } }) } },
  })
  return JSON.stringify({ default: title, APNS: apple, APNS_SANDBOX: apple, GCM: google })
}

function toAttributes({ id, seconds }: PushMessage): Record<string, MessageAttributeValue> {
  const text = (StringValue: string): MessageAttributeValue => ({ DataType: 'String', StringValue })
  return {
    'AWS.SNS.MOBILE.APNS.PUSH_TYPE': text('alert'),
    'AWS.SNS.MOBILE.APNS.COLLAPSE_ID': text(id),
    'AWS.SNS.MOBILE.APNS.TTL': text(String(seconds)),
    'AWS.SNS.MOBILE.APNS_SANDBOX.TTL': text(String(seconds)),
    'AWS.SNS.MOBILE.FCM.TTL': text(String(seconds)),
  }
}

/** It was made with other attributes, such as by hand. */
const alreadyThere = /Endpoint (arn:\S+) already exists with the same [Tt]oken/

/** What SNS says has the token in it, and errors are logged: only the code is kept. */
function toPushError(error: unknown): never {
  const { name, message } = error as Error
  const isAbout = (what: RegExp) => error instanceof InvalidParameterException && what.test(message)
  throw Object.assign(new Error(`The push was not taken: ${name}`), {
    code: name,
    isGone: error instanceof EndpointDisabledException || isAbout(/^Invalid parameter: Token\b/),
    isUnregistered: error instanceof NotFoundException || isAbout(/No endpoint found for the target arn/i),
  }) satisfies PushError
}
