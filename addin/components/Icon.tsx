/** A few simple signs, drawn here so that no icon font and no picture has to be fetched. The word beside them says it all. */
const PATHS = {
  stop: 'M7 2h6l5 5v6l-5 5H7l-5-5V7zM6.5 6.5l7 7M13.5 6.5l-7 7',
  nowhere: 'M7 2h6l5 5v6l-5 5H7l-5-5V7zM6.5 6.5l7 7M13.5 6.5l-7 7',
  replace: 'M3 7h11l-3-3M17 13H6l3 3',
  look: 'M1.5 10S5 4.5 10 4.5 18.5 10 18.5 10 15 15.5 10 15.5 1.5 10 1.5 10zM10 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  nothing: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6 10.5l3 3 5.5-6.5',
  ask: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM7.5 8a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.8M10 14.2v.3',
  held: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8 7v6M12 7v6',
  lock: 'M5 9h10v8H5zM7 9V6a3 3 0 0 1 6 0v3',
  done: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6 10.5l3 3 5.5-6.5',
  open: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  again: 'M16.5 10a6.5 6.5 0 1 1-2-4.7M17 2.5v4h-4',
  wrong: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM7 7l6 6M13 7l-6 6',
  note: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM10 9v5M10 5.8v.3',
  go: 'M4 10h12l-4-4M16 10l-4 4',
  back: 'M16 10H4l4-4M4 10l4 4',
  careful: 'M10 2.5L18.5 17h-17zM10 8v4M10 14.3v.3',
} as const

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
