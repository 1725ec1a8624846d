import type { Detector } from '../detector.js'

export const residencePermit: Detector = {
  kind: 'RESIDENCE_PERMIT',
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
