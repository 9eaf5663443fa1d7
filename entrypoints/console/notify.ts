// Short words at the corner of the screen, for what was done and what could not be done.
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { failureOf } from './failure.ts'

const closeButtonProps = { 'aria-label': 'Close' }

export function notifyDone(message: ReactNode) {
  notifications.show({ message, closeButtonProps, withBorder: true, color: 'accent', autoClose: 6000 })
}

export function notifyFailure(cause: unknown) {
  notifications.show({ title: 'That did not work', message: failureOf(cause).message, withBorder: true, color: 'red', autoClose: false, closeButtonProps })
}
