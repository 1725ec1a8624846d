import { z } from 'zod'
import { PAGES_IN_DIALOGS, type PageInDialog } from '../cards/card.js'
import type { Event, Theme, Turn } from '../turn.js'
import { textOfHtml } from './html-text.js'

const Account = z.object({ id: z.string().min(1), aadObjectId: z.string().optional(), name: z.string().optional() })

/** The part of a Bot Framework activity we rely on; everything else passes unread. */
export const Inbound = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string().optional(),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().nullish(),
  }),
  from: Account,
  recipient: Account,
  text: z.string().nullish(),
  name: z.string().optional(),
  value: z.unknown().optional(),
  action: z.string().optional(),
  membersAdded: z.array(Account).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().default(''), name: z.string().nullish() })).nullish(),
  entities: z
    .array(
      z.looseObject({
        type: z.string().default(''),
        text: z.string().nullish(),
        mentioned: z.looseObject({ id: z.string() }).optional(),
      }),
    )
    .nullish(),
  channelData: z
    .looseObject({
      eventType: z.string().optional(),
      tenant: z.looseObject({ id: z.string() }).nullish(),
      team: z.looseObject({ aadGroupId: z.string().nullish() }).nullish(),
      channel: z.looseObject({ id: z.string() }).nullish(),
    })
    .nullish(),
})
export type Inbound = z.infer<typeof Inbound>

const ExecuteValue = z.object({ action: z.object({ verb: z.string(), data: z.unknown().optional() }) })

/** An activity as our own turn; unknown kinds become `other` and are passed over in silence. */
export function toTurn(activity: Inbound): Turn {
  const { conversation, from } = activity
  const alone = conversation.conversationType === 'personal' || conversation.conversationType === undefined
  return {
    event: eventOf(activity),
    scope: alone ? 'personal' : 'group',
    conversation: alone ? conversation.id : `${conversation.id}|${from.id}`,
    user: from.aadObjectId ?? from.id,
    account: from.id,
    message: activity.id ?? '',
  }
}

function eventOf(activity: Inbound): Event {
  switch (activity.type) {
    case 'message':
      return messageOf(activity, false)
    case 'messageUpdate':
      return activity.channelData?.eventType === 'undeleteMessage' ? { kind: 'other' } : messageOf(activity, true)
    case 'invoke':
      return invokeOf(activity)
    case 'conversationUpdate':
      return activity.membersAdded?.some(member => member.id === activity.recipient.id)
        ? { kind: 'joined' }
        : { kind: 'other' }
    case 'installationUpdate':
      return activity.action === 'remove' || activity.action === 'remove-upgrade'
        ? { kind: 'removed' }
        : { kind: 'other' }
    default:
      return { kind: 'other' }
  }
}

function messageOf(activity: Inbound, edited: boolean): Event {
  const text = withoutOwnMention(activity)
  const what = attachmentOf(activity)
  if (what && !text) return { kind: 'attachment', what }
  if (!text && typeof activity.value === 'object' && activity.value !== null) {
    return { kind: 'button', verb: 'verb' in activity.value ? String(activity.value.verb) : '', data: activity.value }
  }
  return { kind: 'message', text, edited }
}

/** Our own name in front is how Teams addresses us in a channel; other mentions stay part of the sentence. */
function withoutOwnMention({ text, entities, recipient }: Inbound): string {
  let rest = text ?? ''
  for (const { type, text: mention, mentioned } of entities ?? []) {
    if (type === 'mention' && mention && mentioned?.id === recipient.id) rest = rest.replaceAll(mention, ' ')
  }
  return rest.replaceAll(/<\/?at>|&nbsp;/g, ' ').trim()
}

/** Teams sends the formatted text once more as an HTML attachment: that is no file. */
function attachmentOf({ attachments }: Inbound): 'file' | 'image' | 'voice' | undefined {
  const real = (attachments ?? []).filter(({ contentType }) => !contentType.startsWith('text/') && contentType !== '')
  const [first] = real
  if (!first) return undefined
  if (first.contentType.startsWith('image/')) return 'image'
  return first.contentType.startsWith('audio/') ? 'voice' : 'file'
}

function invokeOf({ name = '', value }: Inbound): Event {
  switch (name) {
    case 'adaptiveCard/action':
      return pressed(value)
    case 'composeExtension/query':
      return { kind: 'search', text: searched(value) }
    case 'composeExtension/fetchTask':
    case 'task/fetch':
      return { kind: 'dialog', text: textIn(value), theme: themeIn(value), page: pageIn(value) }
    case 'composeExtension/submitAction':
    case 'task/submit': {
      const text = textIn(value)
      return text === '' ? { kind: 'done' } : { kind: 'dialog', text, theme: themeIn(value), page: 'pruefen' }
    }
    default:
      return { kind: 'unknown-invoke', name }
  }
}

function pressed(value: unknown): Event {
  const press = ExecuteValue.safeParse(value)
  return press.success
    ? { kind: 'button', verb: press.data.action.verb, data: press.data.action.data }
    : { kind: 'button', verb: '', data: undefined }
}

const QueryValue = z.object({ parameters: z.array(z.object({ name: z.string(), value: z.unknown() })) })

/** What was typed; Teams asks once with `initialRun` before anything is. */
function searched(value: unknown): string {
  const query = QueryValue.safeParse(value)
  const parameters = query.success ? query.data.parameters : []
  return parameters
    .flatMap(({ name, value }) => (name !== 'initialRun' && typeof value === 'string' ? value : []))
    .join(' ')
}

const MessagePayload = z.object({
  messagePayload: z.object({
    subject: z.string().nullish(),
    body: z.object({ contentType: z.string().default('text'), content: z.string() }),
  }),
})
const Submitted = z.object({ data: z.object({ text: z.string() }) })

/** The text a dialog is about: of the message it was opened for, or handed over by a form. */
function textIn(value: unknown): string {
  const message = MessagePayload.safeParse(value)
  if (!message.success) return Submitted.safeParse(value).data?.data.text.trim() ?? ''
  const { subject, body } = message.data.messagePayload
  const text = body.contentType === 'html' ? textOfHtml(body.content) : body.content
  return [subject ?? '', text].join('\n\n').trim()
}

const Paged = z.object({ data: z.object({ page: z.enum(PAGES_IN_DIALOGS) }) })

const pageIn = (value: unknown): PageInDialog => Paged.safeParse(value).data?.data.page ?? 'pruefen'

const Themed = z.object({ context: z.object({ theme: z.enum(['default', 'dark', 'contrast']) }) })

const themeIn = (value: unknown): Theme => Themed.safeParse(value).data?.context.theme ?? 'default'
