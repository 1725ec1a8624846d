import type { Detector } from '../detector.js'

export const secret: Detector = {
  kind: 'SECRET',
  class: 'SECRET',
  replaceable: 'never',
  source: '',
  context: [],
  stage: 'value',
  *find() {},
  examples: {
    found: [],
    ignored: [],
  },
}
