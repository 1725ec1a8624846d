import { describe, expect, test } from '@jest/globals'
import { cursorAfter, withTyped } from '../../../../addin/office/preview/typed.js'
import { parseNotation, printNotation } from '../../../support/office-notation.js'

describe('a text put in by hand', () => {
  test.each([
    ['goes where the cursor is', 'Guten «»Tag', 'schönen ', 'Guten schönen Tag', [0, 14]],
    ['takes the place of what is selected', 'Guten «schönen »Tag', 'neuen ', 'Guten neuen Tag', [0, 12]],
    ['also across paragraphs', 'Eins «hier\nZwei\nDrei» da', 'x', 'Eins x da', [0, 6]],
    ['makes paragraphs of its lines', 'Vor«»nach', 'a\nb\nc', 'Vora\nb\ncnach', [2, 1]],
    ['knows breaks of Windows and of old Macs', '«»', 'a\r\nb\rc', 'a\nb\nc', [2, 1]],
    ['belongs to the draft it is put into', '{E:k1|Ent«»wurf}', 'xx', '{E:k1|Entxxwurf}', [0, 5]],
    ['but not to the one it is put beside', '{E:k1|Entwurf}«» Ende', 'xx', '{E:k1|Entwurf}xx Ende', [0, 9]],
    ['is plain beside tracked changes', '[+neu+]«»[-alt-]', 'xx', '[+neu+]xx[-alt-]', [0, 5]],
    ['stays in its cell', '| Hund «»20', 'x', '| Hund x20', [0, 6]],
  ] as const)('%s', (_, given, text, wanted, [block, at]) => {
    const { blocks, selected } = parseNotation(given)
    if (!selected) throw new Error('nothing selected')
    const { from, to } = selected
    const typed = withTyped(blocks, selected, text)
    expect(printNotation([...blocks.slice(0, from.block), ...typed.blocks, ...blocks.slice(to.block + 1)])).toBe(wanted)
    expect(typed.cursor).toEqual({ block, at })
  })
})

describe('the cursor after a change', () => {
  test.each([
    ['stands behind what came', 'Eins drei', 'Eins zwei drei', [0, 9]],
    ['or where something went', 'Eins zwei drei', 'Eins drei', [0, 4]],
    ['in the last of the paragraphs', 'Eins', 'Eins\nzwei', [1, 4]],
  ] as const)('%s', (_, old, fresh, [block, at]) => {
    const change = { at: 0, old: parseNotation(old).blocks, fresh: parseNotation(fresh).blocks }
    expect(cursorAfter(change)).toEqual({ block, at })
  })
})
