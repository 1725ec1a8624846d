import type { Detector } from '../detector.js'

export const dateOfBirth: Detector = {
  kind: 'DATE_OF_BIRTH',
  class: 'D2',
  replaceable: 'identifier',
  source: '',
  context: [],
  stage: 'value',
  *find() {},
  examples: {
    found: [],
    ignored: [],
  },
}
