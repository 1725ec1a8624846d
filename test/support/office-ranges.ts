import type { Control, Paper, Stretch } from './office-paper.js'
import { type Desk, listOf, type Thing, tracked, WordError } from './office-things.js'

type Place = 'Replace' | 'Start' | 'End' | 'Before' | 'After'

function insertText(desk: Desk, stretch: Stretch, text: string, place: Place): Thing {
  const { paper } = desk
  desk.writes(stretch)
  const at = place === 'Start' || place === 'Before' ? stretch.start : stretch.end
  const before = stretch.end
  if (place === 'Replace') {
    const end = stretch.end
    paper.insert(end, text, stretch, tracked(desk))
    paper.strike(stretch.start, end, tracked(desk))
  } else paper.insert(at, text, stretch, tracked(desk))
  return rangeThing(desk, paper.stretch(Math.min(at, before), stretch.end))
}

const REVIEWED = { Current: 'current', Original: 'original' } as const

/** What ranges, paragraphs and content controls have in common. */
function textParts(desk: Desk, stretch: Stretch): Required<Pick<Thing, 'get' | 'reach' | 'call'>> {
  const { paper } = desk
  return {
    get: { text: () => paper.text(stretch, 'shown') },
    reach: {
      paragraphs: () => paragraphsIn(desk, stretch),
      contentControls: () => controlsIn(desk, stretch),
      parentContentControlOrNullObject: () => nearest(desk, paper.around(stretch)),
      footnotes: () => {
        desk.needs(1.5)
        return notesIn(desk, stretch)
      },
    },
    call: {
      getReviewedText: version => {
        desk.needs(1.4)
        return paper.text(stretch, REVIEWED[version === 'Original' ? 'Original' : 'Current'])
      },
      getTextRanges: () => {
        const { start, end } = stretch
        const text = paper.text({ start, end }, 'shown')
        const chunks = text.split(/(?<= )/)
        let at = start
        const things = chunks.map(chunk => {
          const begin = at
          at += chunk.length
          return rangeThing(desk, paper.stretch(begin, at))
        })
        return listOf(() => (text === '' ? [] : things))
      },
      insertText: (text, place) => insertText(desk, stretch, String(text), place as Place),
    },
  }
}

/** The innermost of some controls: the smallest, of equals the one made last. */
function nearest(desk: Desk, controls: readonly Control[]): Thing | null {
  const [first] = controls.toSorted((one, other) => size(one) - size(other) || other.id - one.id)
  return first ? controlThing(desk, first) : null
}

const outside = (paper: Paper, control: Control): Control[] =>
  paper
    .around(control.stretch)
    .filter(each => size(each) > size(control) || (size(each) === size(control) && each.id < control.id))

const size = ({ stretch }: Control) => stretch.end - stretch.start

const ids = new WeakMap<Thing, Stretch>()

export function rangeThing(desk: Desk, stretch: Stretch): Thing {
  const { paper } = desk
  const parts = textParts(desk, stretch)
  const thing: Thing = {
    id: stretch,
    ...parts,
    call: {
      ...parts.call,
      getRange: place => rangeThing(desk, at(paper, stretch, String(place))),
      expandTo: other => {
        const wide = stretchOf(other)
        return rangeThing(desk, paper.stretch(Math.min(stretch.start, wide.start), Math.max(stretch.end, wide.end)))
      },
      intersectWithOrNullObject: other => {
        const [start, end] = [
          Math.max(stretch.start, stretchOf(other).start),
          Math.min(stretch.end, stretchOf(other).end),
        ]
        const empty = stretch.start === stretch.end || stretchOf(other).start === stretchOf(other).end
        return start < end || (start === end && empty) ? rangeThing(desk, paper.stretch(start, end)) : null
      },
      delete: () => {
        desk.writes(stretch)
        paper.strike(stretch.start, stretch.end, tracked(desk))
      },
      insertContentControl: () => {
        desk.writes(stretch)
        return controlThing(desk, paper.addControl(stretch))
      },
      insertFootnote: text => {
        desk.needs(1.5)
        desk.writes(stretch)
        paper.addNote(stretch.end, String(text))
        return listOf(() => [])
      },
    },
  }
  ids.set(thing, stretch)
  return thing
}

function stretchOf(thing: unknown): Stretch {
  const stretch = ids.get(thing as Thing)
  if (!stretch) throw new WordError('InvalidArgument')
  return stretch
}

function at(paper: Paper, { start, end }: Stretch, place: string): Stretch {
  if (place === 'Start') return paper.stretch(start, start)
  if (place === 'End' || place === 'After') return paper.stretch(end, end)
  return paper.stretch(start, end)
}

export function paragraphsIn(desk: Desk, area: Stretch): Thing {
  const { paper } = desk
  const items = () =>
    paper
      .paragraphs()
      .filter(({ start, end }) =>
        area.start === area.end ? start <= area.start && end >= area.start : start < area.end && end >= area.start,
      )
      .map(({ start, end, cell }) => paragraphThing(desk, paper.stretch(start, end), cell))
  return listOf(items, { call: { getLast: () => items().at(-1) ?? null } })
}

function paragraphThing(desk: Desk, stretch: Stretch, cell: boolean): Thing {
  const { paper } = desk
  const parts = textParts(desk, stretch)
  return {
    id: stretch,
    ...parts,
    get: { ...parts.get, tableNestingLevel: () => (cell ? 1 : 0) },
    set: { styleBuiltIn: () => desk.writes(stretch) },
    call: {
      ...parts.call,
      getRange: place => rangeThing(desk, at(paper, stretch, String(place))),
      delete: () => {
        desk.writes(stretch)
        paper.strike(stretch.start, stretch.end + 1, tracked(desk))
      },
    },
  }
}

export function controlsIn(desk: Desk, area?: Stretch): Thing {
  const items = () =>
    desk.paper
      .controls()
      .filter(({ stretch }) => !area || (stretch.start < area.end && stretch.end > area.start))
      .filter(control => !area || !desk.paper.around(area).includes(control))
      .map(control => controlThing(desk, control))
  const byTag = (tag: unknown) => desk.paper.controls().filter(control => control.tag === tag)
  return listOf(items, { call: { getByTag: tag => listOf(() => byTag(tag).map(each => controlThing(desk, each))) } })
}

function controlThing(desk: Desk, control: Control): Thing {
  const { paper } = desk
  const { stretch } = control
  const parts = textParts(desk, stretch)
  const setting = (change: (value: string) => void) => (value: unknown) => {
    desk.writes()
    change(String(value))
  }
  return {
    id: control,
    alive: () => {
      if (!paper.controls().includes(control)) throw new WordError('ItemNotFound')
    },
    reach: { ...parts.reach, parentContentControlOrNullObject: () => nearest(desk, outside(paper, control)) },
    get: { ...parts.get, tag: () => control.tag, title: () => control.title, id: () => control.id },
    set: {
      tag: setting(value => {
        control.tag = value
      }),
      title: setting(value => {
        control.title = value
      }),
      appearance: setting(() => {}),
      color: setting(() => {}),
    },
    call: {
      ...parts.call,
      getRange: place =>
        rangeThing(
          desk,
          place === 'After' ? paper.stretch(stretch.end, stretch.end, control) : at(paper, stretch, String(place)),
        ),
      select: () => paper.select(stretch),
      delete: keep => {
        desk.writes()
        if (keep !== true) paper.strike(stretch.start, stretch.end, false)
        paper.removeControl(control)
      },
    },
  }
}

export function notesIn(desk: Desk, area?: Stretch): Thing {
  const inside = desk.paper
    .notes()
    .filter(({ stretch }) => !area || (stretch.start >= area.start && stretch.start <= area.end))
  return listOf(() =>
    inside.map(note => ({ id: note, reach: { body: () => ({ id: note.stretch, get: { text: () => note.text } }) } })),
  )
}
