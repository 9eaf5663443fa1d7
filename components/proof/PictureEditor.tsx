// A picture before it is sent, large: what nobody should see is blacked out or cut off. Saved as new pixels; the picture as it was is not kept.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { type Area, isWhole, steppedBy, wholeOf } from '../../lib/domain/picture-areas.ts'
import type { Proof } from '../../lib/schema/proof.ts'
import { Button } from '../ui/Button.tsx'
import { drawPicture } from './draw-picture.ts'
import type { LoadPicture } from './ProofPicture.tsx'
import styles from './picture-editor.module.css'
import { clockOf } from './proof-words.ts'
import { areaOf, type Target, type Tool, useDrawing, withArea } from './use-drawing.ts'

interface Props {
  proof: Extract<Proof, { kind: 'screenshot' }>
  load: LoadPicture
  /** Answers null when it is saved, else why not. */
  onSave: (base64: string) => Promise<string | null>
  onClose: () => void
}

const hints: Record<Tool, string> = {
  box: 'Drag over what nobody should see. Arrow keys move a box, Shift and an arrow changes its size, Delete removes it.',
  crop: 'Drag a frame around what should stay. Shift and an arrow changes its size, arrow keys move it, Delete takes it away.',
}
const zooms = [1, 1.5, 2, 3, 4, 6] as const
const corners = ['nw', 'ne', 'sw', 'se'] as const

export function PictureEditor({ proof: { image, title, at }, load, onSave, onClose }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const stage = useRef<HTMLElement>(null)
  const picture = useRef<HTMLImageElement>(null)
  const [source, setSource] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [tool, setTool] = useState<Tool>('box')
  const [zoom, setZoom] = useState(0)
  /** Whose button takes the focus once it is there. */
  const [wanted, setWanted] = useState<{ target: Target } | null>(null)
  const { drawing, change, undo, mayUndo, isChanged, pointer } = useDrawing(image, tool, (target) => setWanted({ target }))

  useEffect(() => {
    dialog.current?.showModal()
    load(image.hash).then(setSource, (cause: unknown) => setFault(cause instanceof Error ? cause.message : 'The picture cannot be shown.'))
  }, [load, image.hash])
  useEffect(() => {
    if (wanted) stage.current?.querySelector<HTMLElement>(`[data-area="${wanted.target}"]`)?.focus()
  }, [wanted])

  // What was in the middle stays there.
  const middle = useRef({ x: 0.5, y: 0.5 })
  function zoomBy(step: number) {
    const { scrollLeft = 0, scrollTop = 0, clientWidth = 1, clientHeight = 1, scrollWidth = 1, scrollHeight = 1 } = stage.current ?? {}
    middle.current = { x: (scrollLeft + clientWidth / 2) / scrollWidth, y: (scrollTop + clientHeight / 2) / scrollHeight }
    setZoom(zoom + step)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the zoom
  useLayoutEffect(() => {
    const place = stage.current
    place?.scrollTo(middle.current.x * place.scrollWidth - place.clientWidth / 2, middle.current.y * place.scrollHeight - place.clientHeight / 2)
  }, [zoom])

  /** In the middle of what is in sight. */
  function addBox() {
    const [seen, whole] = [stage.current?.getBoundingClientRect(), picture.current?.getBoundingClientRect()]
    if (!seen || !whole) return
    const scale = image.width / whole.width
    const [width, height] = [Math.round((seen.width * scale) / 4), Math.round((seen.width * scale) / 12)]
    const [x, y] = [(seen.left + seen.width / 2 - whole.left) * scale, (Math.max(seen.top, whole.top) + Math.min(seen.bottom, whole.bottom)) / 2]
    const box = { x: x - width / 2, y: (y - whole.top) * scale - height / 2, width, height }
    const area = steppedBy(box, { key: 'ArrowUp', shiftKey: false, repeat: false }, image)
    setTool('box')
    change({ ...drawing, boxes: [...drawing.boxes, area ?? box] })
    setWanted({ target: drawing.boxes.length })
  }
  function remove(target: Target) {
    change(target === 'crop' ? { ...drawing, crop: wholeOf(image) } : { ...drawing, boxes: drawing.boxes.toSpliced(target, 1) })
    if (target !== 'crop') dialog.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  }
  function onAreaKey(event: KeyboardEvent, target: Target) {
    const area = areaOf(drawing, target)
    const stepped = area && steppedBy(area, event, image)
    if (stepped) change(withArea(drawing, target, stepped), event.repeat)
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(target)
    else return
    event.preventDefault()
  }
  /** Closed before it goes, so that what is behind it takes the focus again. */
  function leave() {
    dialog.current?.close()
    onClose()
  }
  async function save() {
    if (!picture.current) return
    setBusy(true)
    setFault(null)
    try {
      const sentence = await onSave(drawPicture(picture.current, drawing))
      if (sentence === null) return leave()
      setFault(sentence)
    } catch (cause) {
      setFault(cause instanceof Error ? cause.message : 'The picture could not be saved. It is as it was.')
    }
    setBusy(false)
  }

  const areaButton = (target: Target, area: Area, name: string): ReactNode => (
    <button
      key={target}
      type="button"
      data-area={target}
      className={target === 'crop' ? styles.frame : styles.box}
      style={placeOf(area, image)}
      aria-label={`${name}, ${area.width} by ${area.height}, ${area.x} from the left, ${area.y} from the top`}
      aria-describedby={`${id}-hint`}
      onKeyDown={(event) => onAreaKey(event, target)}
    >
      {corners.map((corner) => (
        <span key={corner} className={styles.corner} data-corner={corner} />
      ))}
    </button>
  )
  const isCut = !isWhole(drawing.crop, image)
  return (
    <dialog
      ref={dialog}
      className={styles.editor}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        // What was drawn is not thrown away by a key.
        event.preventDefault()
        if (isChanged) setFault('Save the picture, or keep it as it was.')
        else leave()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        undo()
      }}
    >
      <h2 id={`${id}-title`}>Crop or black out</h2>
      <div className={styles.tools}>
        <Button data-add disabled={source === null} onClick={addBox}>
          Add box
        </Button>
        <Button
          aria-pressed={tool === 'crop'}
          disabled={source === null}
          onClick={() => {
            setTool(tool === 'crop' ? 'box' : 'crop')
            if (tool === 'box') setWanted({ target: 'crop' })
          }}
        >
          Crop
        </Button>
        <Button disabled={!mayUndo} onClick={undo}>
          Undo
        </Button>
        <span className={styles.zoom}>
          <Button aria-label="Smaller" title="Smaller" disabled={zoom === 0} onClick={() => zoomBy(-1)}>
            −
          </Button>
          <Button aria-label="Larger" title="Larger" disabled={zoom === zooms.length - 1} onClick={() => zoomBy(1)}>
            +
          </Button>
        </span>
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {hints[tool]}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard where it is zoomed */}
      <section ref={stage} className={styles.stage} aria-label="The picture" tabIndex={0}>
        {source !== null && (
          <div className={styles.picture} data-tool={tool} style={{ inlineSize: `${zooms[zoom]! * 100}%` }} {...pointer}>
            <img
              ref={picture}
              src={source}
              width={image.width}
              height={image.height}
              alt={`${title || 'The page'} at ${clockOf(at)}, with ${drawing.boxes.length === 1 ? 'one box' : `${drawing.boxes.length} boxes`}`}
            />
            {drawing.boxes.map((box, index) => areaButton(index, box, `Box ${index + 1}`))}
            {tool === 'crop' ? areaButton('crop', drawing.crop, 'Frame') : isCut && <div className={styles.cut} style={placeOf(drawing.crop, image)} />}
          </div>
        )}
      </section>
      <p className={fault ? styles.fault : styles.hint} role="status">
        {fault ?? 'What is under a box or outside the frame is removed for good, and only what is left is sent.'}
      </p>
      <div className={styles.tools}>
        <Button look="primary" disabled={!isChanged || source === null} busy={isBusy} onClick={() => void save()}>
          Save picture
        </Button>
        <Button onClick={leave}>Keep as it was</Button>
      </div>
    </dialog>
  )
}

function placeOf({ x, y, width, height }: Area, whole: { width: number; height: number }) {
  const [across, down] = [100 / whole.width, 100 / whole.height]
  return { left: `${x * across}%`, top: `${y * down}%`, width: `${width * across}%`, height: `${height * down}%` }
}
