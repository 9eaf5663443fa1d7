// Where the toolbar button is, so that it need not be looked for later.
import styles from './welcome.module.css'

export function PinStep({ isFirefox }: { isFirefox: boolean }) {
  return (
    <section className={styles.step} aria-label="Toolbar button">
      <h2>{isFirefox ? 'The button' : 'Pin the button'}</h2>
      {isFirefox ? (
        <p>
          It stands in the toolbar and opens the sidebar with the page already read. If it is not there, open the extensions menu (the puzzle piece), click the
          gear beside Handrail, and choose Pin to Toolbar. What the launcher opens inside a page is for reading: inserting and escalating work in the sidebar.
        </p>
      ) : (
        <p>
          Open the extensions menu (the puzzle piece in the toolbar) and click the pin beside Handrail. The button opens the panel with the page already read.
        </p>
      )}
    </section>
  )
}
