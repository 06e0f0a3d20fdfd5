import type { ReactNode } from 'react'

type Props = {
  /** The field in its label. */
  children: ReactNode
  /** Its fault, if it has one. */
  note?: ReactNode
  help?: ReactNode
  helpId?: string | undefined
}

/** A field with its fault and its help beneath it. Within the label they would be part of its name, and said twice. */
export function Explained({ children, note, help, helpId }: Props): ReactNode {
  if (!note && !help) return children
  return (
    <div className="explained">
      {children}
      {note}
      {help ? (
        <p className="help" id={helpId}>
          {help}
        </p>
      ) : null}
    </div>
  )
}
