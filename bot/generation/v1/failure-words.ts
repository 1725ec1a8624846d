import type { FailureKind, ModelFailure } from '../models/model.js'

const AGAIN = 'Bitte versuchen Sie es etwas später noch einmal.'
const KI_TEAM = 'Bitte geben Sie dem KI-Team Bescheid, es kann das beheben.'

/** What happened, for somebody in front of another program, of which we know neither what it kept nor what it offers. */
const WORDS: Readonly<Record<FailureKind, (tool: string) => string>> = {
  unreachable: tool => `${tool} ist gerade nicht erreichbar. ${AGAIN}`,
  slow: tool => `${tool} antwortet gerade zu langsam. ${AGAIN}`,
  stalled: tool => `${tool} ist mitten in der Antwort stehen geblieben, sie ist nicht vollständig. ${AGAIN}`,
  'cut-off': tool => `Die Antwort von ${tool} ist abgebrochen, sie ist nicht vollständig. ${AGAIN}`,
  malformed: tool => `Was ${tool} geantwortet hat, war nicht lesbar. ${AGAIN}`,
  denied: tool => `${tool} lässt uns gerade nicht hinein: Zugangsschlüssel oder Guthaben stimmen nicht. ${KI_TEAM}`,
  'unknown-model': tool => `Das Sprachmodell, das für ${tool} eingetragen ist, gibt es dort nicht. ${KI_TEAM}`,
  busy: tool => `${tool} ist gerade stark gefragt. ${AGAIN}`,
  'too-long': tool => `Bitte kürzen oder teilen Sie den Text: Am Stück ist er für ${tool} zu lang.`,
  refused: tool => `So hat ${tool} die Anfrage nicht angenommen. Bitte formulieren Sie sie anders.`,
  broken: tool => `Bei ${tool} gibt es gerade eine Störung. ${AGAIN}`,
  resting: tool => `${tool} hat mehrmals hintereinander nicht geantwortet und macht eine kurze Pause. ${AGAIN}`,
  budget: tool => `Morgen geht es mit ${tool} weiter: Das Kontingent Ihrer Verwaltung für heute ist verbraucht.`,
  crowded: tool => `Gerade warten viele auf ${tool}. ${AGAIN}`,
  'no-key': tool => `${tool} ist noch nicht fertig eingerichtet: Der Zugangsschlüssel fehlt. ${KI_TEAM}`,
  aborted: () => 'Die Anfrage wurde abgebrochen.',
}

/** @param tool name as people know it */
export const failureWords = ({ kind }: Pick<ModelFailure, 'kind'>, tool: string): string => WORDS[kind](`„${tool}“`)
