import { expect, test } from '@jest/globals'
import { htmlOf } from '../../addin/cards/markdown.js'

test.each<[string, string, string]>([
  ['Ein Satz.', '<p>Ein Satz.</p>', 'plain text'],
  ['**Fett** und **noch einmal**', '<p><strong>Fett</strong> und <strong>noch einmal</strong></p>', 'bold'],
  ['- eins\n- **zwei**', '<ul><li>eins</li><li><strong>zwei</strong></li></ul>', 'a list'],
  ['Vorher\n- eins\nNachher', '<p>Vorher</p><ul><li>eins</li></ul><p>Nachher</p>', 'a list within text'],
  ['a\n\nb', '<p>a</p><p>b</p>', 'empty lines part paragraphs'],
  ['<b onclick="x">', '<p>&lt;b onclick=&quot;x&quot;&gt;</p>', 'markup stays text'],
  ['**<img src=x>**', '<p><strong>&lt;img src=x&gt;</strong></p>', 'also within bold'],
  ['[Klick](javascript:alert(1))', '<p>[Klick](javascript:alert(1))</p>', 'no links'],
  ['2 ** 3', '<p>2 ** 3</p>', 'a lone mark is no bold'],
  ['', '', 'nothing'],
])('%j', (markdown, html) => expect(htmlOf(markdown)).toBe(html))
