import { describe, expect, test } from '@jest/globals'
import { lookOf, type OfficeColours } from '../../../addin/office/theme.js'

const colours = (background: string, text: string, controls: string): OfficeColours => ({
  bodyBackgroundColor: background,
  bodyForegroundColor: text,
  controlBackgroundColor: controls,
})

describe('the look by the colours of Office', () => {
  test.each<{ why: string; given: OfficeColours | undefined; look: string | undefined }>([
    { why: 'colourful, a light grey', given: colours('#E6E6E6', '#000000', '#FFFFFF'), look: 'default' },
    { why: 'white', given: colours('#FFFFFF', '#444444', '#FFFFFF'), look: 'default' },
    { why: 'dark grey', given: colours('#666666', '#FFFFFF', '#444444'), look: 'dark' },
    { why: 'black, which is a dark grey', given: colours('#262626', '#FFFFFF', '#363636'), look: 'dark' },
    { why: 'black with grey buttons', given: colours('#000000', '#FFFFFF', '#262626'), look: 'dark' },
    { why: 'high contrast, white on black', given: colours('#000000', '#FFFFFF', '#000000'), look: 'contrast' },
    { why: 'high contrast, yellow on black', given: colours('#000000', '#FFFF00', '#000000'), look: 'contrast' },
    { why: 'high contrast, green on black', given: colours('#000000', '#00FF00', '#000000'), look: 'contrast' },
    {
      why: 'white high contrast: forced colours do it',
      given: colours('#FFFFFF', '#000000', '#FFFFFF'),
      look: 'default',
    },
    {
      why: 'colours count before the word',
      given: { ...colours('#FFFFFF', '#000000', '#FFFFFF'), isDarkTheme: true },
      look: 'default',
    },
    { why: 'only the word: dark', given: { isDarkTheme: true }, look: 'dark' },
    { why: 'only the word: light', given: { isDarkTheme: false }, look: 'default' },
    { why: 'without the sign, small letters', given: colours('1f1f1f', 'ffffff', '2b2b2b'), look: 'dark' },
    { why: 'with opacity', given: colours('#1F1F1FFF', '#FFFFFFFF', '#2B2B2BFF'), look: 'dark' },
    { why: 'a name is no colour we know', given: colours('buttonface', 'windowtext', 'window'), look: undefined },
    { why: 'an object without anything', given: {}, look: undefined },
    { why: 'no theme at all', given: undefined, look: undefined },
  ])('$why', ({ given, look }) => {
    expect(lookOf(given)).toBe(look)
  })
})
