import type { ReactNode } from 'react'

type Props = { name: string; value: string; label: string; means: string; isChosen: boolean; children?: ReactNode }

/** One of a few ways, with what follows from it in words; what it asks for besides stands beneath it. */
export function Choice({ name, value, label, means, isChosen, children }: Props): ReactNode {
  const help = `${name}-${value.replaceAll(' ', '-')}`
  return (
    <div className="option">
      <label>
        <input type="radio" name={name} value={value} defaultChecked={isChosen} aria-describedby={help} />
        <span>{label}</span>
      </label>
      <p className="help" id={help}>
        {means}
      </p>
      {children ? <div className="option-more">{children}</div> : null}
    </div>
  )
}
