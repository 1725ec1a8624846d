import { Checkbox } from '@fluentui/react-components'
import { useId } from 'react'
import { POINTS, type Point } from '../../review/points.js'
import type { PaneTexts } from '../../texts/index.js'

type Props = {
  readonly looked: ReadonlySet<Point>
  readonly texts: PaneTexts
  readonly onLooked: (point: Point, looked: boolean) => void
}

/** The six looks before a draft becomes one's own text. Nothing is ticked beforehand. */
export function SixPoints({ looked, texts, onLooked }: Props) {
  const id = useId()
  return (
    <fieldset className="points" aria-labelledby={id}>
      <h3 id={id}>{texts.sixPoints}</h3>
      {POINTS.map(point => (
        <Checkbox
          key={point}
          data-point={point}
          label={texts.points[point]}
          checked={looked.has(point)}
          onChange={(_, { checked }) => onLooked(point, checked === true)}
        />
      ))}
    </fieldset>
  )
}
