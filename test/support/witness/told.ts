import { ACCESS } from '../../../bot/identity/access.js'
import { IBAN, PERSON } from '../protected.js'

export const TEXT = `${PERSON} bittet, das Wohngeld ab März zu überweisen:\nKonto ${IBAN}, sie ist "sehr" in Sorge.`
/** May go to a model when the name has been replaced. */
const VISIT = `${PERSON} kommt am Montag um neun ins Bürgerbüro und holt ihren Ausweis ab.`
export const LINE = TEXT.split('\n')[0] ?? ''

/** Every door that takes a body, but for the one that keeps what it is given. */
export const POSTED = Object.keys(ACCESS).flatMap(door =>
  door.startsWith('POST ') && door !== 'POST /api/proofs' ? [door.slice('POST '.length)] : [],
)
export const READ = [
  '/api/%s',
  '/v1/models/%s',
  '/api/proof/%s.pdf',
  '/api/learning/modules/%s',
  '/api/sign-in?kommune=%s',
  '/%s',
].map(path => path.replace('%s', encodeURIComponent(LINE)))

const activity = (change: object): string =>
  JSON.stringify({
    ...{ type: 'message', id: '1', channelId: 'msteams', serviceUrl: 'http://127.0.0.1:9' },
    ...{ from: { id: '29:1' }, recipient: { id: '28:1' }, conversation: { id: 'a', conversationType: 'personal' } },
    ...change,
  })

/** Each goes to each door: what one of them understands, all the others have to refuse. */
export const BODIES: readonly string[] = [
  '',
  LINE,
  `{"text": "${LINE}`,
  JSON.stringify(LINE),
  JSON.stringify({ [LINE]: LINE }),
  JSON.stringify({ text: TEXT, tool: 'chatgpt' }),
  JSON.stringify({ text: TEXT, tool: LINE }),
  JSON.stringify({ kind: 'text', text: TEXT }),
  JSON.stringify({ kind: 'text', text: `prüfe ${TEXT}` }),
  JSON.stringify({ kind: 'text', text: `${TEXT} `.repeat(1500) }),
  JSON.stringify({ kind: 'button', verb: 'compose', data: { prompt: 'einladung', wish: TEXT } }),
  JSON.stringify({ kind: 'button', verb: LINE, data: LINE }),
  JSON.stringify({ kind: 'round', module: LINE }),
  JSON.stringify({ session: LINE, inputs: { a: LINE } }),
  JSON.stringify({ until: LINE }),
  JSON.stringify({ kind: 'name', rule: LINE }),
  JSON.stringify({
    tool: 'mucgpt',
    purpose: 'entwerfen',
    material: TEXT,
    wish: LINE,
    answers: { a: LINE },
    declared: 'D1',
  }),
  JSON.stringify({ model: 'mucgpt/entwerfen', messages: [{ role: 'user', content: TEXT }] }),
  JSON.stringify({ model: 'mucgpt/entwerfen', messages: [{ role: 'user', content: VISIT }] }),
  JSON.stringify({
    model: 'mucgpt/entwerfen',
    messages: [{ role: 'user', content: `${VISIT} Bitte kurz.` }],
    stream: true,
  }),
  JSON.stringify({ model: 'mucgpt/entwerfen', messages: [{ role: 'user', content: LINE }], user: LINE }),
  JSON.stringify({ model: LINE, messages: [{ role: LINE, content: LINE }], metadata: { note: LINE } }),
]

/** Only to its own door: elsewhere the ids in it would be texts. */
export const ACTIVITIES: readonly string[] = [
  activity({ text: TEXT }),
  activity({ text: `entwurf ${LINE}` }),
  activity({ type: 'invoke', name: LINE, value: { text: TEXT } }),
  activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: LINE, data: { text: TEXT } } } }),
  activity({ attachments: [{ contentType: 'text/html', content: `<p>${LINE}</p>` }] }),
]
