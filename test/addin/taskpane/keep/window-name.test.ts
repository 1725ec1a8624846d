import { describe, expect, test } from '@jest/globals'
import { putIntoName, takeFromName } from '../../../../addin/taskpane/keep/window-name.js'

const OFFICE = JSON.stringify({ baseFrameName: 'word', hostInfo: 'Word|Web', xdmInfo: 'conv1|app1' })

describe('a text in the name of the window', () => {
  test.each([
    { why: 'a window without a name', name: '' },
    { why: 'a window Office.js has named', name: OFFICE },
    { why: 'an object without anything', name: '{}' },
  ])('is put there and taken away again: $why', ({ name }) => {
    const window = { name }
    putIntoName(window, 'sealed')
    expect(window.name).toContain('sealed')
    expect(takeFromName(window)).toBe('sealed')
    expect(JSON.parse(window.name || '{}')).toEqual(JSON.parse(name || '{}'))
    expect(takeFromName(window)).toBeUndefined()
  })

  test('a newer one takes its place, and nothing takes it away', () => {
    const window = { name: OFFICE }
    putIntoName(window, 'first')
    putIntoName(window, 'second')
    expect(window.name).not.toContain('first')
    putIntoName(window, undefined)
    expect(window.name).toBe(OFFICE)
  })

  test('it stands before what Office.js reads to the end of', () => {
    const window = { name: OFFICE }
    putIntoName(window, 'sealed')
    expect(window.name.slice(window.name.indexOf('xdmInfo'))).not.toContain('sealed')
  })

  test.each([
    { why: 'a word', name: 'fachanwendung' },
    { why: 'a number', name: '7' },
    { why: 'a list', name: '["a"]' },
    { why: 'nothing, written out', name: 'null' },
    { why: 'half an object', name: '{"a":' },
  ])('the name of somebody else stays: $why', ({ name }) => {
    const window = { name }
    putIntoName(window, 'sealed')
    expect(window.name).toBe(name)
    expect(takeFromName(window)).toBeUndefined()
    expect(window.name).toBe(name)
  })

  test('what is no text is thrown away', () => {
    const window = { name: JSON.stringify({ kompass: { a: 1 }, hostInfo: 'Word' }) }
    expect(takeFromName(window)).toBeUndefined()
    expect(window.name).toBe('{"hostInfo":"Word"}')
  })
})
