import {
  type Action,
  AdaptiveCard,
  CardElement,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SerializationContext,
  Strings,
  SubmitAction,
} from 'adaptivecards'
import { HOST_CONFIG } from './host-config.js'
import { htmlOf } from './markdown.js'
import { mendToggles } from './toggles.js'

export type Pressed = { readonly verb: string; readonly data: unknown }

export type CardEvents = {
  /** Action.Execute; `data` already holds what was entered on the card. */
  readonly onExecute: (pressed: Pressed) => void
  /** Something only Teams itself can do, such as opening a dialog. */
  readonly onOther: () => void
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = htmlOf(text)
  result.didProcess = true
}

/** The few words the library says itself. */
const speakGerman = (): void => {
  Object.assign(Strings.defaults, {
    inlineActionTitle: () => 'Ausführen',
    overflowButtonText: () => '…',
    overflowButtonTooltip: () => 'Mehr',
    emptyElementText: () => '',
  })
}
speakGerman()

/** A card as an element of the page; undefined if the library cannot show it. */
export function renderCard(json: Readonly<Record<string, unknown>>, events: CardEvents): HTMLElement | undefined {
  forgetLastLanguage()
  const card = new AdaptiveCard()
  card.hostConfig = new HostConfig(HOST_CONFIG)
  card.onExecuteAction = action => act(action, events)
  card.parse(json, new SerializationContext())
  const element = card.render()
  if (!element) return undefined
  // The article around it has a name and a language of its own.
  for (const name of ['aria-label', 'role', 'tabindex']) element.removeAttribute(name)
  mendToggles(element)
  return element
}

function act(action: Action, { onExecute, onOther }: CardEvents): void {
  if (action instanceof ExecuteAction) onExecute({ verb: action.verb, data: action.data })
  else if (action instanceof OpenUrlAction) openInNewTab(action.url)
  else if (action instanceof SubmitAction) onOther()
  // Folding and unfolding the library does itself.
}

/** Web addresses only, and without a way back into this page. */
function openInNewTab(address: string | undefined): void {
  if (address === undefined || !URL.canParse(address, location.href)) return
  const { protocol, href } = new URL(address, location.href)
  if (['https:', 'http:', 'mailto:'].includes(protocol)) open(href, '_blank', 'noopener,noreferrer')
}

/** The library checks `lang` with a global pattern, which remembers where it stopped and so fails for every second card. */
function forgetLastLanguage(): void {
  const { regEx } = CardElement.langProperty
  if (regEx) regEx.lastIndex = 0
}
