import type { DataKind } from '../pack/lexicon-schema.js'
import type { Case, Rule } from '../pack/rule-schema.js'
import type { Area, DataClass, Day, Light, ToolClass } from '../pack/terms.js'
import type { Tool } from '../pack/tool-schema.js'
import { isApproved } from '../tools/approval.js'
import { type Entry, isHarmless, isStricter, mayEnter, strictest } from '../tools/matrix.js'
import { type Meant, replacesNames } from './understand.js'

/** What decides: the tool and data meant, the matching case of the rule, what the matrix says if it speaks at all. */
export type Decision = {
  readonly light: Light
  readonly tool: Tool | undefined
  readonly toolClass: ToolClass
  readonly data: DataKind | undefined
  readonly dataClass: DataClass | undefined
  readonly entry: Entry | undefined
  readonly matched: Case | undefined
}

/** No tool named: an open one is assumed. */
const UNNAMED: ToolClass = 'W1'

/** The Ampel: the rule's own light or its matching case, and the matrix where something is to be entered; the strictest wins. */
export function decide(rule: Rule, meant: Meant, today: Day): Decision {
  const tool = leastTrusted(meant.tools, today)
  const toolClass = tool ? (isApproved(tool, today) ? tool.class : 'W0') : UNNAMED
  const { data, dataClass } = enteredData(meant)
  const matched = rule.cases.find(candidate => matches(candidate, meant, tool, dataClass, today))
  const own = matched?.light ?? rule.light
  const entry = dataClass && matrixSpeaks(rule, meant, dataClass) ? entryOf(tool, toolClass, dataClass) : undefined
  const light = withAttempt(entry === undefined ? own : stricter(lightOf(entry, own), own), meant.attempt)
  return { light, tool, toolClass, data, dataClass, entry, matched }
}

/** What the matrix says, and no to all above what this very tool is approved for. */
const entryOf = (tool: Tool | undefined, toolClass: ToolClass, data: DataClass): Entry =>
  tool?.highest !== undefined && isStricter(data, tool.highest) ? 'nein' : mayEnter(toolClass, data)

const TRUST: readonly ToolClass[] = ['W0', 'W1', 'W2', 'W3']

function leastTrusted(tools: readonly Tool[], today: Day): Tool | undefined {
  const trust = (tool: Tool): number => (isApproved(tool, today) ? TRUST.indexOf(tool.class) : 0)
  return [...tools].sort((a, b) => trust(a) - trust(b))[0]
}

/**
 * The most sensitive data that counts: general documents (Brief, Antrag) only when something is expressly entered. Where
 * nothing but harmless general documents is named, they say at least that the material is harmless.
 */
function enteredData({ data, person, expressly }: Meant): {
  data: DataKind | undefined
  dataClass: DataClass | undefined
} {
  const counting = data.filter(kind => !kind.generic || expressly)
  const highest = strictest([...counting.map(kind => kind.class), ...(person ? (['D2'] as const) : [])])
  if (highest !== undefined) return { data: counting.find(kind => kind.class === highest), dataClass: highest }
  const harmless = data.length > 0 && data.every(kind => isHarmless(kind.class))
  return { data: undefined, dataClass: harmless ? strictest(data.map(kind => kind.class)) : undefined }
}

/**
 * The matrix speaks only when the question is about entering this data: the rule found governs the data, or a purpose that
 * needs material, or a verb says so. A rule about duties (labels, files, rights) keeps its own light; the most sensitive
 * data is stopped wherever a verb says it is to go in. Replacing takes D2 out: the question is then how to replace.
 */
function matrixSpeaks(
  rule: Rule,
  { tools, data, purposes, person, entering, expressly }: Meant,
  dataClass: DataClass,
): boolean {
  if (!entering) return false
  if (dataClass === 'D2' && replacesNames({ purposes })) return false
  if (expressly && (dataClass === 'D3' || dataClass === 'VS' || dataClass === 'SECRET')) return true
  const purpose = purposes.find(candidate => candidate.rule === rule.id)
  if (isHarmless(dataClass))
    return (expressly || (purpose?.enters === true && tools.length > 0)) && data.some(kind => !kind.generic)
  if (data.some(kind => kind.rule === rule.id) || (person && rule.id === 'personenbezogene-daten')) return true
  return purpose ? purpose.enters : expressly && ENTERING_AREAS.has(rule.area)
}

const ENTERING_AREAS: ReadonlySet<Area> = new Set(['daten', 'werkzeuge', 'anwendung'])

function matches(
  { when }: Case,
  meant: Meant,
  tool: Tool | undefined,
  dataClass: DataClass | undefined,
  today: Day,
): boolean {
  if (when.tool === 'approved' && !(tool && isApproved(tool, today))) return false
  if (when.tool === 'unapproved' && !(tool && !isApproved(tool, today))) return false
  if (when.tool === 'private' && !meant.purposes.some(purpose => purpose.id === 'privat-nutzen')) return false
  if (when.data && !(dataClass && when.data.includes(dataClass))) return false
  return !when.purpose || meant.purposes.some(purpose => when.purpose?.includes(purpose.id))
}

function lightOf(entry: Entry, own: Light): Light {
  if (entry === 'ja') return own
  return entry === 'bedingt' ? 'auflagen' : 'verboten'
}

const STRICTNESS: readonly Light[] = ['keine', 'erlaubt', 'auflagen', 'verboten']

const stricter = (a: Light, b: Light): Light => (STRICTNESS.indexOf(a) >= STRICTNESS.indexOf(b) ? a : b)

/** A question that tries to change the rules never gets "erlaubt". */
const withAttempt = (light: Light, attempt: boolean): Light => (attempt && light === 'erlaubt' ? 'auflagen' : light)
