import { meaningOf } from '../about/meaning.js'
import type { Detector } from '../detector.js'

export const politicalOpinion: Detector = {
  kind: 'POLITICAL_OPINION',
  class: 'D3',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'meaning',
  find: scene => meaningOf('POLITICAL_OPINION', scene),
  examples: {
    found: [],
    ignored: [],
  },
}
