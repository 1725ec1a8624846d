import type { Logger } from 'pino'
import type { DataClass } from '../../../policies/pack/terms.js'
import type { Graph } from './graph.js'

/** A message in a channel of Teams, as Graph names it; `root` only for a reply. */
export type ChannelMessage = {
  /** Object id of the group behind the team. */
  readonly team: string
  readonly channel: string
  readonly root: string | undefined
  readonly message: string
}

type Marked = { readonly kind: 'marked' } | { readonly kind: 'not-marked' }

/** Hides a message from the others; resolves whatever comes of it, since what is said to the person does not depend on it. */
export type MarkViolation = (message: ChannelMessage, found: ReadonlySet<DataClass>) => Promise<Marked>

/**
 * Marks channel messages as violations of a rule ("policyViolation" of Graph): Teams then hides them from everybody but
 * the sender, who reads why and can report a mistake, which shows the message again. Off unless somebody sets it up: it
 * needs the application permission `ChannelMessage.UpdatePolicyViolation.All` with the consent of an administrator, is
 * metered or licensed by Microsoft, and the staff council should know. Nothing of the text goes to Graph. Tried against
 * a stand-in, not against Teams (learn.microsoft.com, "Update chatMessage").
 * @param page where the sender reads on
 */
export function createMarkViolation(graph: Graph, page: string, log: Pick<Logger, 'warn'>): MarkViolation {
  return async (message, found) => {
    const reasons = REASONS.filter(({ of }) => found.has(of)).map(({ text }) => text)
    if (reasons.length === 0) return { kind: 'not-marked' }
    try {
      await graph.patch(pathOf(message), { policyViolation: violationFor(reasons, page) })
      return { kind: 'marked' }
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a channel message could not be hidden')
      return { kind: 'not-marked' }
    }
  }
}

/** What must not be in a channel at all, whoever reads it. */
const REASONS: readonly { readonly of: DataClass; readonly text: string }[] = [
  { of: 'SECRET', text: 'Zugangsdaten oder Ähnliches, zum Beispiel ein Passwort oder ein Schlüssel' },
  { of: 'VS', text: 'Kennzeichnung als Verschlusssache' },
]

const violationFor = (reasons: readonly string[], page: string) => ({
  dlpAction: 'BlockAccess',
  verdictDetails: 'AllowFalsePositiveOverride',
  policyTip: {
    generalText:
      'Hier steht vermutlich etwas, das nicht in einen Kanal gehört. Die anderen sehen die Nachricht deshalb nicht. Stimmt das nicht? Dann melden Sie es hier als Irrtum, und alle sehen sie wieder.',
    complianceUrl: page,
    matchedConditionDescriptions: reasons,
  },
})

function pathOf({ team, channel, root, message }: ChannelMessage): string {
  const [inTeam, inChannel, id] = [team, channel, message].map(encodeURIComponent)
  const place = `/v1.0/teams/${inTeam}/channels/${inChannel}/messages`
  return root === undefined ? `${place}/${id}` : `${place}/${encodeURIComponent(root)}/replies/${id}`
}
