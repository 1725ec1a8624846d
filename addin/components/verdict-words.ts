import { isFirm } from '../../policies/protect/classify.js'
import type { Finding } from '../../policies/protect/index.js'
import type { Group } from '../check/groups.js'
import type { Outcome, ToolChoice } from '../check/outcome.js'
import type { Texts } from '../texts/index.js'

type Said = { readonly title: string; readonly reasons: readonly string[]; readonly ways: readonly string[] }

type Given = {
  readonly outcome: Outcome
  readonly groups: readonly Group[]
  readonly origin: string
  readonly uncovered: boolean
  readonly texts: Texts
}

/** How a tool is called in the middle of a sentence. */
export const toolInto = (tool: ToolChoice, texts: Texts): string =>
  tool.name ?? texts.intoTools[tool.class === 'W0' ? 'W0' : 'W1']

/** An outcome in a word or two. */
export function wordOf(outcome: Outcome, { words }: Texts): string {
  return outcome.state === 'stop' && isCareful(outcome) ? words.careful : words[outcome.state]
}

/** An outcome in sentences. */
export function verdictOf({ outcome, groups, origin, uncovered, texts }: Given): Said {
  switch (outcome.state) {
    case 'ask':
      return { title: askTitle(outcome, texts), reasons: [texts.askMore], ways: [] }
    case 'nowhere':
      return { title: texts.nowhere, reasons: foundIn(groups, texts), ways: waysOf(groups, texts) }
    case 'nothing':
      return {
        title: texts.nothing,
        reasons: [texts.nothingMore, texts.nothingThen(toolInto(outcome.tool, texts))],
        ways: [],
      }
    case 'look': {
      const tool = toolInto(outcome.tool, texts)
      const marked = groups.length > 0
      return {
        title: texts.look,
        reasons: [marked || !uncovered ? texts.lookMore(tool) : texts.lookPlain(tool)],
        ways: [],
      }
    }
    case 'replace':
      return { title: texts.replace, reasons: [texts.replaceMore(toolInto(outcome.tool, texts))], ways: [] }
    case 'stop':
      return {
        title: (isCareful(outcome) ? texts.stopYet : texts.stop)(toolInto(outcome.tool, texts)),
        reasons: stopReasons(outcome, groups, origin, texts),
        ways: stopWays(outcome, texts),
      }
  }
}

type Stop = Extract<Outcome, { state: 'stop' }>

/** Nothing recognised speaks against it, but the text may be about people: held to be on the safe side. */
const isCareful = ({ because, assessment }: Stop): boolean =>
  because === 'declared' && assessment.recognised === undefined && assessment.counts === 'D2'

function stopWays(stop: Stop, { ways, wayPublic, wayNobody, wayProcedure }: Texts): string[] {
  const { because, elsewhere, assessment, tool } = stop
  if (because === 'tool' && elsewhere.length > 0) return ways.slice(-1)
  if (because !== 'declared' || assessment.recognised !== undefined) return [...ways]
  if (tool.class === 'W1') return [wayPublic, ...ways]
  return [wayNobody, ...(isCareful(stop) ? [wayProcedure] : []), ...ways]
}

function stopReasons(outcome: Stop, groups: readonly Group[], origin: string, texts: Texts): string[] {
  const { because, tool, assessment } = outcome
  const has = (holds: (finding: Finding) => boolean): boolean =>
    groups.some(({ findings }) => findings.some(({ finding }) => isFirm(finding) && holds(finding)))
  const reasons = because === 'tool' ? [texts.because.tool] : []
  if (because === 'found') reasons.push(...foundIn(groups, texts))
  if (because === 'declared') reasons.push(declaredReason(outcome, origin, texts))
  if (because === 'declared' || assessment.recognised === undefined) return reasons
  const into = toolInto(tool, texts)
  if (tool.class === 'W0' || tool.class === 'W1') {
    if (has(({ replaceable }) => replaceable === 'identifier')) reasons.push(texts.notEvenReplacedOpen(into))
  } else if (has(({ kind }) => kind === 'CLASSIFICATION_MARKING')) reasons.push(texts.notEvenReplacedMarked(into))
  else reasons.push(texts.notEvenReplaced(into))
  return reasons
}

function declaredReason({ tool, assessment }: Stop, origin: string, texts: Texts): string {
  if (tool.class === 'W1') return texts.because.onlyPublic(origin)
  return assessment.counts === 'D2' ? texts.because.people(origin) : texts.because.special(origin)
}

function askTitle({ origin, tool }: Extract<Outcome, { state: 'ask' }>, { ask }: Texts): string {
  if (origin && tool) return ask.both
  return origin ? ask.origin : ask.tool
}

/** The kinds that count, hints aside: "2 Namen, Gesundheit". */
function foundIn(groups: readonly Group[], texts: Texts): string[] {
  const kinds = groups.flatMap(({ name, plural, findings }) => {
    const { length } = findings.filter(({ finding }) => isFirm(finding))
    if (length === 0) return []
    return [length === 1 ? name : `${length} ${plural}`]
  })
  return kinds.length > 0 ? [texts.because.found(kinds.join(', '))] : []
}

const waysOf = (groups: readonly Group[], { ways }: Texts): string[] => {
  const strictest = groups.filter(({ findings }) =>
    findings.some(({ finding }) => finding.class === 'SECRET' || finding.class === 'VS'),
  )
  return [...new Set([...strictest.map(({ way }) => way), ...ways.slice(-1)])]
}
