import { describe, expect, test } from '@jest/globals'
import { entitiesRead } from '../../../bot/gift/entities.js'
import { plainText } from '../../../bot/gift/plain-text.js'
import { hostileTexts } from '../../support/gift-modules.js'

type Format = Parameters<typeof plainText>[0]['format']
const plain = (format: Format, text: string): string => plainText({ format, text }).paragraphs.join('\n\n')
const notes = (format: Format, text: string): string => plainText({ format, text }).notes.join(' ')

describe('text of a question', () => {
  test.each<[why: string, format: Format, text: string, is: string]>([
    ['marks go, words stay', 'html', '<p>Darf <strong>ich</strong>?</p>', 'Darf ich?'],
    ['paragraphs stay paragraphs', 'html', '<p>a</p>\n<p>b</p>', 'a\n\nb'],
    ['a line break is a line', 'html', 'a<br/>b<BR>c', 'a\nb\nc'],
    ['line ends of the source mean nothing in HTML', 'html', 'a\nb', 'a b'],
    ['but they do in Moodle’s own format', 'moodle', 'a\nb', 'a\nb'],
    ['lists', 'html', '<ul><li>a</li><li>b</li></ul>', '– a\n– b'],
    ['cells keep their distance', 'html', '<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    ['entities are read', 'html', 'a &amp; b &uuml; &#252; &#xFC; &bdquo;c&ldquo;', 'a & b ü ü ü „c“'],
    ['once only', 'html', '&amp;amp;lt;', '&amp;lt;'],
    ['a sign greater than a value', 'html', '<a title="x > y">b</a>', 'b'],
    ['a quote without an end', 'html', '<a title="x>b</a>', 'b'],
    ['comments go', 'html', 'a<!-- <b>x</b> -->b', 'ab'],
    ['a comment without an end takes the rest, as in a browser', 'html', 'a<!-- b', 'a'],
    ['scripts go with what is in them', 'html', 'a<script>x("</b>")</script>b<STYLE>p{}</STYLE>c', 'abc'],
    ['a script without an end takes the rest', 'html', 'a<script>b', 'a'],
    ['less than is no tag', 'html', '3 < 5 und a<=b', '3 < 5 und a<=b'],
    [
      'a tag without an end is no tag, and no text that could become one',
      'html',
      'a <img src=x onerror=y',
      'a ‹img src=x onerror=y',
    ],
    ['a tag written as entities does not come alive', 'html', '&lt;script&gt;x', '‹script>x'],
    ['nor does one that appears when another is removed', 'html', '<scr<b>ipt>x', 'ipt>x'],
    ['nor one in plain text', 'plain', '<b>x</b>', '‹b>x‹/b>'],
    ['plain text has no entities', 'plain', '&amp;', '&amp;'],
    [
      'Markdown: marks go',
      'markdown',
      '# Titel\n\n**fett**, `code`, *schräg* und [Link](http://x)',
      'Titel\n\nfett, code, schräg und Link',
    ],
    [
      'Markdown: the star of a gendered word stays',
      'markdown',
      'Mitarbeiter*innen und Kolleg*innen',
      'Mitarbeiter*innen und Kolleg*innen',
    ],
    ['Markdown: HTML inside goes too', 'markdown', 'a<b>c</b>', 'ac'],
    ['unseen characters go', 'html', 'a\u2060b&#8238;c', 'abc'],
    ['impossible characters go', 'html', 'a&#xD800;&#1114112;&#0;b', 'ab'],
    ['unknown entities stay', 'html', 'a &nix; b', 'a &nix; b'],
  ])('%s', (_, format, text, is) => {
    expect(plain(format, text)).toBe(is)
  })
})

describe('what got lost', () => {
  test.each<[string, Format, string, string]>([
    ['images', 'html', '<p><img src="@@PLUGINFILE@@/x.png" alt="y"></p>', 'Nicht übernommen: Bild.'],
    ['images in Moodle’s own format', 'moodle', '<IMG src=x>', 'Nicht übernommen: Bild.'],
    ['films', 'html', '<video src="x"></video>', 'Nicht übernommen: Film oder Ton.'],
    ['formulas', 'html', '<math><mi>x</mi></math>', 'Nicht übernommen: Formel.'],
    ['tables lose their form', 'html', '<table></table>', 'Nicht übernommen: Tabelle (ihr Text bleibt).'],
    [
      'brackets that were changed',
      'plain',
      '<b>',
      'Eine spitze Klammer < steht jetzt als ‹ da, damit sie niemand für HTML hält.',
    ],
    ['nothing', 'html', '<p>a <b>b</b></p>', ''],
    ['a name that only looks like an image', 'plain', 'img', ''],
  ])('%s', (_, format, text, is) => {
    expect(notes(format, text)).toBe(is)
  })
})

test('no HTML survives, whatever is put together', () => {
  const marks = [
    '<',
    '>',
    '</',
    '&lt;',
    '&#60;',
    '&amp;lt;',
    '<!--',
    '-->',
    '<script',
    '</script>',
    '<img src=',
    '"',
    "'",
    '\u0000',
    '\u2060',
    '\n',
    '<<',
    '**',
    '[',
    '](x)',
  ]
  const other = hostileTexts(7)
  for (let round = 0; round < 3000; round++) {
    const text = Array.from(
      { length: 8 },
      (_, at) => marks[(round * 31 + at * at * 17 + (round >> at)) % marks.length] + (at % 3 ? 'b' : other()),
    ).join('')
    for (const format of ['html', 'moodle', 'markdown', 'plain'] as const)
      expect(plain(format, text)).not.toMatch(/<[a-z/!?]/i)
  }
})

test('an entity gives one character at most', () => {
  expect(entitiesRead('&#x10FFFF;'.repeat(3))).toHaveLength(6)
  expect(entitiesRead('&#99999999;')).toBe('&#99999999;')
})
