import type { Detector } from '../detector.js'

export const fileNumber: Detector = {
  kind: 'FILE_NUMBER',
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
