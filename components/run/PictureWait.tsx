// The browser lets a page be photographed only on a click or a key of its own: which ones, and why the last attempt came to nothing.
import { Button } from '../ui/Button.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import styles from './proof-box.module.css'

export function PictureWait({ keys, fault, onGiveUp }: { keys: string | null; fault: string | null; onGiveUp: () => void }) {
  return (
    <div className={styles.wait} role="status">
      {fault && <p className={styles.fault}>{fault}</p>}
      <p>
        {keys ? (
          <>
            Press <Keycap keys={keys} /> or Handrail’s button in the toolbar to take the picture.
          </>
        ) : (
          'Press Handrail’s button in the toolbar to take the picture.'
        )}{' '}
        The panel will not be in it.
      </p>
      <Button look="link" onClick={onGiveUp}>
        Cancel
      </Button>
    </div>
  )
}
