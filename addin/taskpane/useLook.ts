import { useSyncExternalStore } from 'react'
import { type OfficeLook, officeLook, onOfficeLook } from '../office/theme.js'

/** The look of the Office around the pane, followed while it is open; undefined where there is none or it does not say. */
export function useLook(inWord: boolean): OfficeLook | undefined {
  return useSyncExternalStore(inWord ? onOfficeLook : NOTHING_CHANGES, officeLook)
}

const NOTHING_CHANGES = () => () => {}
